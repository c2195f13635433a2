#include "ui/models/IconSource.h"

#include <utility>

namespace hvgpu::ui {

namespace {

IconSource& source()
{
    static IconSource instance;
    return instance;
}

} // namespace

void setIconSource(IconSource newSource)
{
    source() = std::move(newSource);
}

QIcon iconFor(const QString& name)
{
    return source() && !name.isEmpty() ? source()(name) : QIcon();
}

} // namespace hvgpu::ui
