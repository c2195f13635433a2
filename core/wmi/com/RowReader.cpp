#include "core/wmi/com/RowReader.h"

#include "core/wmi/com/ComError.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

constexpr ULONG RowsPerPage = 64;

} // namespace

RowReader::RowReader(ComPtr<IEnumWbemClassObject> rows, ReadObject how, Progress& progress)
    : m_rows(std::move(rows))
    , m_how(std::move(how))
    , m_progress(progress)
{}

base::Result<Page> RowReader::next(LONG wait)
{
    std::array<IWbemClassObject*, RowsPerPage> raw{};
    ULONG count = 0;
    ++m_progress.roundTrips;
    const HRESULT result = m_rows->Next(wait, RowsPerPage, raw.data(), &count);
    std::array<ComPtr<IWbemClassObject>, RowsPerPage> objects;
    for (ULONG i = 0; i < std::min(count, RowsPerPage); ++i)
        objects[i] = ComPtr<IWbemClassObject>(raw[i]);
    if (FAILED(result))
        return base::fail(errorFrom(result, u"reading rows"_s));
    Page page;
    // A time limit that ran out may still have brought rows.
    page.finished = result != S_OK && result != static_cast<HRESULT>(WBEM_S_TIMEDOUT);
    for (ULONG i = 0; i < std::min(count, RowsPerPage); ++i) {
        auto row = instanceFrom(*objects[i], m_how);
        if (!row)
            return base::fail(row.error());
        page.rows.push_back(*std::move(row));
    }
    return page;
}

} // namespace hvgpu::com
