#pragma once

#include "core/operations/Request.h"
#include "ui/change/ChangePage.h"
#include "ui/change/ChangeServices.h"

#include <QDialog>

#include <memory>

namespace hvgpu::ui {

/// A dialog that ends in a change: pages of questions → the plan (PlanView) → progress and result
/// (ProgressView). The plan is made anew from request() and the fleet's snapshot each time the review is
/// entered, and again while it is shown when the fleet changes. Closing it while work runs leaves the work
/// to the Activity tab. GUI thread.
class ChangeWizard : public QDialog
{
    Q_OBJECT

public:
    ChangeWizard(ChangeServices services, QWidget* parent);
    ~ChangeWizard() override;

    /// Shows the plan at once, for openings that leave nothing to ask; Back leads to the questions.
    void startAtReview();
    /// Id of the activity that was started last; empty before.
    [[nodiscard]] QString activityId() const;

Q_SIGNALS:
    void started(const QString& activityId);

protected:
    /// In order; taken over by the dialog.
    void addPage(ChangePage* page);
    /// The words on the button that acts: the document's "Configure partition count", "Assign partition" …
    void setVerb(const QString& verb);
    /// What the answers so far ask for.
    [[nodiscard]] virtual operations::Request request() const = 0;
    [[nodiscard]] const ChangeServices& services() const;
    /// A link in a finding of the plan was followed ("Unassign first…").
    virtual void followFinding(const operations::Plan& plan, int finding);

    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void connectAll();
    void goOn();
    void goBack();
    void showQuestion(int index);
    void showReview();
    void makePlan();
    void start();
    void retry(const operations::Request& request);
    void updateButtons();
    void updateHeading();
    [[nodiscard]] QString whyNotStart() const;
    void focusFirst();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hvgpu::ui
