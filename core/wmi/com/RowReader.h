#pragma once

#include "core/base/Result.h"
#include "core/wmi/com/ClassObject.h"
#include "core/wmi/com/Progress.h"

namespace hvgpu::com {

/// Some rows of a query.
struct Page
{
    std::vector<cim::Instance> rows;
    bool finished = false;
};

/// The rows of a running query, which come as the host finds them.
class RowReader
{
public:
    RowReader(ComPtr<IEnumWbemClassObject> rows, ReadObject how, Progress& progress);

    /// Waits for @p wait milliseconds at most; may return none.
    base::Result<Page> next(LONG wait);

private:
    ComPtr<IEnumWbemClassObject> m_rows;
    ReadObject m_how;
    Progress& m_progress;
};

} // namespace hvgpu::com
