#include "ui/dda/PoolNamePage.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

PoolNamePage::PoolNamePage(const ChangeServices& services, QString& name,
                           std::function<std::vector<model::HostId>()> hosts, QWidget* parent)
    : FleetPage(services, parent)
    , m_name(name)
    , m_hosts(std::move(hosts))
    , m_edit(new QComboBox(this))
    , m_known(new QLabel(this))
{
    setObjectName(u"poolNamePage"_s);
    m_edit->setObjectName(u"poolName"_s);
    m_edit->setEditable(true);
    m_edit->setInsertPolicy(QComboBox::NoInsert);
    m_edit->setAccessibleName(tr("GPU pool"));
    constexpr int longestName = 100;
    m_edit->lineEdit()->setMaxLength(longestName);
    m_known->setObjectName(u"knownPools"_s);
    m_known->setWordWrap(true);
    m_known->setTextFormat(Qt::PlainText);
    auto* label = new QLabel(tr("&GPU pool:"), this);
    label->setBuddy(m_edit);
    auto* form = new QFormLayout;
    form->addRow(label, m_edit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(form);
    layout->addWidget(m_known);
    layout->addStretch(1);
    setFocusProxy(m_edit);
    connect(m_edit, &QComboBox::currentTextChanged, this, &PoolNamePage::take);
    refresh();
}

QString PoolNamePage::title() const
{
    return tr("New GPU pool");
}

QString PoolNamePage::subtitle() const
{
    return tr("Give it the same name on every server of the cluster: a virtual machine gets its GPU from the "
              "pool of "
              "that name, wherever it runs.");
}

QString PoolNamePage::whatIsMissing() const
{
    if (m_name.trimmed().isEmpty())
        return tr("Give the pool a name.");
    return m_name == m_name.trimmed() ? QString() : tr("The name must not begin or end with a space.");
}

void PoolNamePage::take(const QString& name)
{
    m_name = name;
    Q_EMIT changed();
}

void PoolNamePage::refresh()
{
    const std::vector<model::HostId> hosts = m_hosts();
    std::map<QString, QStringList> serversOf;
    for (const auto& record : snapshot()->hosts) {
        const bool wanted = hosts.empty() || std::ranges::find(hosts, record->id) != hosts.end();
        if (!wanted || !record->snapshot)
            continue;
        for (const model::GpuPool& pool : record->snapshot->pools)
            serversOf[pool.name] << record->displayName;
    }
    const QSignalBlocker quiet(m_edit);
    m_edit->clear();
    QStringList lines;
    for (const auto& [name, servers] : serversOf) {
        m_edit->addItem(name);
        lines << tr("%1 on %2", "pool, servers").arg(name, servers.join(u", "_s));
    }
    m_edit->setCurrentText(m_name);
    m_known->setText(lines.isEmpty() ? tr("These servers have no GPU pool yet.")
                                     : tr("Pools there are: %1").arg(lines.join(u"; "_s)));
}

} // namespace hvgpu::ui
