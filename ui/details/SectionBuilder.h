#pragma once

#include "core/analysis/Sentinel.h"
#include "core/text/Text.h"
#include "ui/details/DetailContent.h"

#include <QCoreApplication>
#include <QDateTime>

#include <optional>

namespace hvgpu::ui {

/// Words that the details of every kind of object share.
struct DetailWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::DetailWords)

public:
    [[nodiscard]] static QString notReported();
    [[nodiscard]] static QString couldNotRead();
    [[nodiscard]] static QString yesNo(std::optional<bool> value);
    [[nodiscard]] static QString dateTime(const QDateTime& utc);
    [[nodiscard]] static QString number(std::optional<std::uint64_t> value);
    [[nodiscard]] static QString megabytes(std::optional<std::uint64_t> value);
};

/// Collects the fields of one section. Empty values become "not reported", unless the field is optional.
class SectionBuilder final
{
public:
    SectionBuilder(QString id, QString title);

    SectionBuilder& add(const QString& id, const QString& label, const QString& value,
                        const QString& toolTip = {});
    /// An id or a path.
    SectionBuilder& addIdentifier(const QString& id, const QString& label, const QString& value);
    /// Left out when @p value is empty.
    SectionBuilder& addOptional(const QString& id, const QString& label, const QString& value,
                                const QString& toolTip = {});
    /// A number of a partitionable GPU, with the exact bytes as tooltip.
    SectionBuilder& addQuantity(const QString& id, const QString& label,
                                const std::optional<std::uint64_t>& reported,
                                const model::Partitioning& partitioning, text::Unit unit);

    [[nodiscard]] DetailSection take() { return std::move(m_section); }
    [[nodiscard]] bool isEmpty() const { return m_section.fields.empty(); }

private:
    DetailSection m_section;
};

} // namespace hvgpu::ui
