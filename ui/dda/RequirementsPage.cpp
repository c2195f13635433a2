#include "ui/dda/RequirementsPage.h"

#include "ui/dda/DeviceChoices.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

RequirementsPage::RequirementsPage(const ChangeServices& services, operations::DismountRequirements& answer,
                                   std::function<bool()> dismounts, QWidget* parent)
    : FleetPage(services, parent)
    , m_answer(answer)
    , m_dismounts(std::move(dismounts))
    , m_mitigations(new QCheckBox(tr("Require the maker's &mitigation driver"), this))
    , m_acs(new QCheckBox(tr("Require &access control services on the way to the device (ACS)"), this))
    , m_warning(new QLabel(this))
{
    setObjectName(u"requirementsPage"_s);
    m_mitigations->setObjectName(u"mitigations"_s);
    m_acs->setObjectName(u"acs"_s);
    m_warning->setObjectName(u"forceWarning"_s);
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(makeChoice(
        m_mitigations,
        tr("A driver of the device's maker, installed on the server, keeps the device within bounds "
           "that it could leave under the control of a hostile guest. Many makers have none; then the "
           "server refuses the device unless this is taken away, and the guest has to be trusted.")));
    layout->addWidget(makeChoice(
        m_acs,
        tr("The switches between processor and device keep its traffic from reaching other devices directly. "
           "Without them a guest could read or write what other devices exchange.")));
    layout->addWidget(m_warning);
    layout->addStretch(1);
    for (QCheckBox* box : {m_mitigations, m_acs})
        connect(box, &QCheckBox::toggled, this, [this] {
            m_answer.mitigations = m_mitigations->isChecked();
            m_answer.acs = m_acs->isChecked();
            refresh();
            Q_EMIT changed();
        });
    refresh();
}

QWidget* RequirementsPage::makeChoice(QCheckBox* box, const QString& words)
{
    auto* choice = new QWidget(this);
    auto* layout = new QVBoxLayout(choice);
    layout->setContentsMargins({});
    auto* text = new QLabel(words, choice);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    constexpr int indent = 24;
    text->setContentsMargins(indent, 0, 0, indent / 2);
    layout->addWidget(box);
    layout->addWidget(text);
    box->setAccessibleDescription(words);
    return choice;
}

QString RequirementsPage::title() const
{
    return tr("What must hold for the GPU to be taken");
}

QString RequirementsPage::subtitle() const
{
    return tr("The server checks both before it gives the device away. Leave them on unless it refuses.");
}

bool RequirementsPage::isNeeded() const
{
    return m_dismounts();
}

void RequirementsPage::refresh()
{
    {
        // Each box on its own would answer for the other one before that shows the answer.
        const QSignalBlocker quietMitigations(m_mitigations);
        const QSignalBlocker quietAcs(m_acs);
        m_mitigations->setChecked(m_answer.mitigations);
        m_acs->setChecked(m_answer.acs);
    }
    QString warning;
    if (!m_answer.mitigations && !m_answer.acs)
        warning = tr(
            "The device is taken by force, as Dismount-VMHostAssignableDevice -Force does it: nothing keeps "
            "a hostile guest from the server. Use it for guests you trust.");
    else if (!m_answer.mitigations)
        warning = tr("The device is taken without a mitigation driver. Use it for guests you trust.");
    else if (!m_answer.acs)
        warning =
            tr("The device is taken although its traffic may reach other devices. Use it for guests you "
               "trust.");
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

bool anyMounted(const std::vector<operations::GpuRef>& devices, const fleet::FleetSnapshot& fleet)
{
    return std::ranges::any_of(devices, [&fleet](const operations::GpuRef& ref) {
        const model::Gpu* gpu = deviceIn(fleet, ref);
        return gpu != nullptr && !gpu->dismounted && !(gpu->pnp && gpu->pnp->isDismounted());
    });
}

} // namespace hvgpu::ui
