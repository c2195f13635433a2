#pragma once

#include <QString>

#include <vector>

namespace hvgpu::ui {

/// One line of the details pane.
struct DetailField
{
    QString id;                ///< stable, for tests and object names
    QString label;             ///< translated
    QString value;             ///< as shown and copied
    QString toolTip;           ///< more exact or explaining words; may be empty
    bool isIdentifier = false; ///< id or path: kept left to right, may break anywhere
};

struct DetailSection
{
    QString id;
    QString title; ///< translated; empty for the first one
    std::vector<DetailField> fields;
};

/// What the details pane shows for a selection. A plain value.
struct DetailContent
{
    QString title;    ///< the object's name
    QString subtitle; ///< what it is and where
    QString icon;     ///< see ui/theme/Icons.h
    std::vector<DetailSection> sections;

    [[nodiscard]] bool isEmpty() const { return title.isEmpty() && sections.empty(); }
    /// "label<TAB>value" lines, sections parted by an empty line.
    [[nodiscard]] QString toText() const;
    /// The value of the field @p id; empty when there is none.
    [[nodiscard]] QString value(const QString& id) const;
};

} // namespace hvgpu::ui
