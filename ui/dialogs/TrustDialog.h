#pragma once

#include "core/base/CertificateSummary.h"

#include <QDateTime>
#include <QDialog>

class QCheckBox;
class QPushButton;

namespace hvgpu::ui {

/// Shows the certificate of a server that is not trusted, and why, and asks whether to trust this one from
/// now on. Where another certificate was trusted before it is an alarm, and trusting takes one step more. Use
/// open().
class TrustDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        QString server; ///< as the user knows it
        QString host;   ///< name or address that was connected to
        base::CertificateSummary certificate;
        QString trustedBefore; ///< fingerprint; empty: none, this is the first time
    };

    TrustDialog(Subject subject, const QDateTime& now, QWidget* parent = nullptr);

    /// Everything shown, for tests.
    [[nodiscard]] QString text() const { return m_text; }

    void accept() override;

Q_SIGNALS:
    void trusted(const QString& fingerprint);

private:
    [[nodiscard]] bool isAlarm() const { return !m_subject.trustedBefore.isEmpty(); }
    QWidget* makeHeading();
    QWidget* makeReasons(const QDateTime& now);
    QWidget* makeFacts();
    void makeButtons();

    Subject m_subject;
    QString m_text;
    QCheckBox* m_compared = nullptr; ///< alarm only
    QPushButton* m_trust = nullptr;
};

} // namespace hvgpu::ui
