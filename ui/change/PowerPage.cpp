#include "ui/change/PowerPage.h"

#include "core/text/PlanText.h"
#include "ui/change/ChoiceList.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

using operations::PowerHandling;
using operations::PowerPolicy;

namespace {

constexpr std::array policies{PowerPolicy::ShutDownThenAsk, PowerPolicy::ShutDownThenTurnOff,
                              PowerPolicy::ShutDownThenSkip, PowerPolicy::TurnOff, PowerPolicy::Skip};
constexpr int shortestLimit = 10;
constexpr int longestLimit = 3600;
constexpr int limitStep = 30;

bool waits(PowerPolicy policy)
{
    return policy != PowerPolicy::TurnOff && policy != PowerPolicy::Skip;
}

QSpinBox* makeLimit(QWidget* parent)
{
    auto* limit = new QSpinBox(parent);
    limit->setRange(shortestLimit, longestLimit);
    limit->setSingleStep(limitStep);
    limit->setSuffix(PowerPage::tr(" seconds"));
    limit->setAccessibleName(PowerPage::tr("Time limit for shutting down"));
    return limit;
}

/// Made before what stands below them, so that the keyboard comes to them first.
QButtonGroup* makePolicies(PowerPolicy chosen, QWidget* page)
{
    auto* group = new QButtonGroup(page);
    for (const PowerPolicy policy : policies) {
        auto* button = new QRadioButton(text::powerPolicy(policy), page);
        button->setObjectName(u"policy%1"_s.arg(static_cast<int>(policy)));
        button->setChecked(policy == chosen);
        group->addButton(button, static_cast<int>(policy));
    }
    return group;
}

QString handlingText(const PowerHandling& handling)
{
    const QString policy = text::powerPolicy(handling.policy);
    return waits(handling.policy)
               ? PowerPage::tr("%1 (time limit: %2)").arg(policy, text::duration(handling.shutdownTimeout))
               : policy;
}

} // namespace

PowerPage::PowerPage(const ChangeServices& services, ChangePurpose purpose, Answer answer,
                     std::function<std::vector<RunningVm>()> running, QWidget* parent)
    : FleetPage(services, parent)
    , m_purpose(purpose)
    , m_answer(answer)
    , m_running(std::move(running))
    , m_warning(new QLabel(this))
    , m_policies(makePolicies(answer.all.policy, this))
    , m_limit(makeLimit(this))
    , m_list(new ChoiceList(ChoiceModel::Mode::One,
                            {{"virtual_machine", tr("Virtual machine"), {}},
                             {"server", tr("Server"), {}},
                             {"handling", tr("What is done"), {}}},
                            tr("Running virtual machines"), this))
    , m_exception(new QComboBox(this))
    , m_exceptionLimit(makeLimit(this))
{
    setObjectName(u"powerPage"_s);
    m_warning->setObjectName(u"powerWarning"_s);
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setText(
        tr("Save your work in these virtual machines first. Whatever a guest has not saved is lost "
           "when its virtual machine is turned off; shutting down leaves it to the guest."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_warning);
    layout->addWidget(makeAll());
    layout->addWidget(m_list, 1);
    layout->addWidget(makeException());
    connect(m_list->view(), &ChoiceView::currentKeyChanged, this, &PowerPage::showException);
}

QWidget* PowerPage::makeAll()
{
    auto* all = new QWidget(this);
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins({});
    for (QAbstractButton* button : m_policies->buttons())
        layout->addWidget(button);
    auto* label = new QLabel(tr("&Time limit for shutting down:"), all);
    label->setBuddy(m_limit);
    m_limit->setObjectName(u"limit"_s);
    m_limit->setValue(static_cast<int>(m_answer.all.shutdownTimeout.count()));
    m_limit->setEnabled(waits(m_answer.all.policy));
    auto* limit = new QHBoxLayout;
    limit->addWidget(label);
    limit->addWidget(m_limit);
    limit->addStretch();
    layout->addLayout(limit);
    connect(m_policies, &QButtonGroup::idToggled, this, &PowerPage::takeAll);
    connect(m_limit, &QSpinBox::valueChanged, this, &PowerPage::takeAll);
    return all;
}

QWidget* PowerPage::makeException()
{
    auto* exception = new QWidget(this);
    auto* layout = new QHBoxLayout(exception);
    layout->setContentsMargins({});
    auto* label = new QLabel(tr("&For the virtual machine selected in the list:"), exception);
    label->setBuddy(m_exception);
    m_exception->setObjectName(u"exception"_s);
    m_exception->addItem(tr("As for all"), -1);
    for (const PowerPolicy policy : policies)
        m_exception->addItem(text::powerPolicy(policy), static_cast<int>(policy));
    m_exceptionLimit->setObjectName(u"exceptionLimit"_s);
    layout->addWidget(label);
    layout->addWidget(m_exception, 1);
    layout->addWidget(m_exceptionLimit);
    connect(m_exception, &QComboBox::currentIndexChanged, this, &PowerPage::takeException);
    connect(m_exceptionLimit, &QSpinBox::valueChanged, this, &PowerPage::takeException);
    return exception;
}

QString PowerPage::title() const
{
    return tr("Running virtual machines");
}

QString PowerPage::subtitle() const
{
    const int running = static_cast<int>(m_running().size());
    switch (m_purpose) {
    case ChangePurpose::AssignDevice:
        return tr(
            "%n selected virtual machines must be off while the GPU is assigned, and will be started again "
            "afterwards.",
            nullptr, running);
    case ChangePurpose::RemoveDevice:
        return tr(
            "%n selected virtual machines must be off while the GPU is taken away, and will be started again "
            "afterwards.",
            nullptr, running);
    case ChangePurpose::Settings:
        return tr(
            "%n selected virtual machines must be off while their settings are changed, and will be started "
            "again afterwards.",
            nullptr, running);
    default:
        break;
    }
    return m_purpose == ChangePurpose::Assign
               ? tr("%n selected virtual machines must be off while the partition is assigned, and will be "
                    "started again afterwards.",
                    nullptr, running)
               : tr("%n selected virtual machines must be off while the partition is unassigned, and will "
                    "be "
                    "started again afterwards.",
                    nullptr, running);
}

bool PowerPage::isNeeded() const
{
    return !m_running().empty();
}

void PowerPage::refresh()
{
    fillList();
    showException();
    Q_EMIT changed();
}

void PowerPage::fillList()
{
    std::vector<ChoiceRow> rows;
    for (const RunningVm& vm : m_running()) {
        const auto exception = m_answer.exceptions.find(vm.id);
        const QString handling = exception == m_answer.exceptions.end()
                                     ? tr("As for all: %1").arg(handlingText(m_answer.all))
                                     : handlingText(exception->second);
        rows.push_back({vm.id.text(),
                        {{vm.name,
                          {},
                          vm.name == vm.id.text() ? vm.name : vm.name + u'\n' + vm.id.text(),
                          u"vm-running"_s},
                         {vm.server, {}, {}, {}},
                         {handling, {}, {}, {}}},
                        {},
                        vm.id.text()});
    }
    m_list->setRows(std::move(rows));
}

void PowerPage::takeAll()
{
    m_answer.all.policy = static_cast<PowerPolicy>(m_policies->checkedId());
    m_answer.all.shutdownTimeout = std::chrono::seconds(m_limit->value());
    m_limit->setEnabled(waits(m_answer.all.policy));
    fillList();
    showException();
    Q_EMIT changed();
}

void PowerPage::takeException()
{
    const model::VmId vm(m_list->chosen());
    if (vm.isEmpty())
        return;
    if (const int policy = m_exception->currentData().toInt(); policy < 0)
        m_answer.exceptions.erase(vm);
    else
        m_answer.exceptions[vm] = {static_cast<PowerPolicy>(policy),
                                   std::chrono::seconds(m_exceptionLimit->value())};
    fillList();
    showException();
    Q_EMIT changed();
}

void PowerPage::showException()
{
    const model::VmId vm(m_list->chosen());
    const auto found = m_answer.exceptions.find(vm);
    const bool isException = found != m_answer.exceptions.end();
    const PowerHandling& shown = isException ? found->second : m_answer.all;
    const QSignalBlocker quietPolicy(m_exception);
    const QSignalBlocker quietLimit(m_exceptionLimit);
    m_exception->setCurrentIndex(isException ? m_exception->findData(static_cast<int>(shown.policy)) : 0);
    m_exceptionLimit->setValue(static_cast<int>(shown.shutdownTimeout.count()));
    m_exception->setEnabled(!vm.isEmpty());
    m_exception->setToolTip(vm.isEmpty() ? tr("Select a virtual machine in the list first.") : QString());
    m_exceptionLimit->setEnabled(isException && waits(shown.policy));
}

} // namespace hvgpu::ui
