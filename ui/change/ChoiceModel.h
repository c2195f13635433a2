#pragma once

#include "ui/change/ChoiceRow.h"
#include "ui/models/ListModel.h"

#include <QHash>
#include <QSet>

namespace hvgpu::ui {

/// What a ChoiceModel's rows answer beside the roles of all lists.
constexpr int WhyNotRole = Qt::UserRole + 200; ///< QString, why the row cannot be chosen; empty = it can

/// A list to choose from: one row, or several with check boxes. Rows that cannot be chosen stay readable and
/// say why. Applies ranges, so that position, selection and checks survive a refresh.
class ChoiceModel final : public ListModel
{
    Q_OBJECT

public:
    enum class Mode { One, Several };

    ChoiceModel(Mode mode, std::vector<ColumnInfo> columns, QObject* parent);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Keys must be unique. Checks of rows that are gone are dropped.
    void setRows(std::vector<ChoiceRow> rows);
    [[nodiscard]] const std::vector<ChoiceRow>& rows() const { return m_rows; }
    /// Null when there is none.
    [[nodiscard]] const ChoiceRow* find(const QString& key) const;

    /// Checked keys in the order of the rows.
    [[nodiscard]] QStringList checked() const;
    [[nodiscard]] bool isChecked(const QString& key) const { return m_checked.contains(key); }
    /// Rows that cannot be chosen can only be unchecked.
    void setChecked(const QStringList& keys, bool checked);
    /// What was chosen elsewhere: checked also where it cannot be chosen, so that this can be said.
    void takeOver(const QStringList& keys);

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override { return m_columns; }
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void checksChanged();

private:
    void removeMissing(const std::vector<ChoiceRow>& wanted);
    void insertMissing(std::vector<ChoiceRow> wanted);
    void renumber();
    void check(const QStringList& keys, bool checked, bool evenIfNot);
    [[nodiscard]] QString spoken(const ChoiceRow& row, int column) const;

    Mode m_mode;
    std::vector<ColumnInfo> m_columns;
    std::vector<ChoiceRow> m_rows;
    QHash<QString, int> m_rowOf;
    QSet<QString> m_checked;
};

} // namespace hvgpu::ui
