#include "ui/details/SectionBuilder.h"

#include <QLocale>

namespace hvgpu::ui {

QString DetailWords::notReported()
{
    return tr("not reported");
}

QString DetailWords::couldNotRead()
{
    return tr("could not be read");
}

QString DetailWords::yesNo(std::optional<bool> value)
{
    if (!value)
        return notReported();
    return *value ? tr("yes") : tr("no");
}

QString DetailWords::dateTime(const QDateTime& utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString DetailWords::number(std::optional<std::uint64_t> value)
{
    return value ? QLocale().toString(static_cast<qulonglong>(*value)) : notReported();
}

QString DetailWords::megabytes(std::optional<std::uint64_t> value)
{
    constexpr std::uint64_t bytesPerMegabyte = 1024ULL * 1024ULL;
    return value ? text::bytes(*value * bytesPerMegabyte) : notReported();
}

SectionBuilder::SectionBuilder(QString id, QString title)
{
    m_section.id = std::move(id);
    m_section.title = std::move(title);
}

SectionBuilder& SectionBuilder::add(const QString& id, const QString& label, const QString& value,
                                    const QString& toolTip)
{
    m_section.fields.push_back(
        {id, label, value.isEmpty() ? DetailWords::notReported() : value, toolTip, false});
    return *this;
}

SectionBuilder& SectionBuilder::addIdentifier(const QString& id, const QString& label, const QString& value)
{
    m_section.fields.push_back({id, label, value.isEmpty() ? DetailWords::notReported() : value, {}, true});
    return *this;
}

SectionBuilder& SectionBuilder::addOptional(const QString& id, const QString& label, const QString& value,
                                            const QString& toolTip)
{
    return value.isEmpty() ? *this : add(id, label, value, toolTip);
}

SectionBuilder& SectionBuilder::addQuantity(const QString& id, const QString& label,
                                            const std::optional<std::uint64_t>& reported,
                                            const model::Partitioning& partitioning, text::Unit unit)
{
    const analysis::Quantity quantity = analysis::quantity(reported, partitioning);
    QString toolTip;
    if (quantity.meaning == analysis::Meaning::Amount && unit == text::Unit::Bytes)
        toolTip = text::exactBytes(quantity.value);
    else if (reported && quantity.meaning != analysis::Meaning::Amount)
        toolTip = DetailWords::tr("The host reports %1.").arg(DetailWords::number(reported));
    return add(id, label, text::quantity(quantity, unit), toolTip);
}

} // namespace hvgpu::ui
