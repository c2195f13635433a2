#include "core/wmi/com/PutContext.h"

#include "core/wmi/com/ComError.h"
#include "core/wmi/com/VariantValue.h"

using namespace Qt::StringLiterals;

namespace hvgpu::com {

base::Result<ComPtr<IWbemContext>> partialUpdate(const QStringList& names)
{
    ComPtr<IWbemContext> context;
    HRESULT result = CoCreateInstance(CLSID_WbemContext, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemContext,
                                      context.putVoid());
    auto yes = variantFrom(cim::Value::boolean(true), CIM_BOOLEAN, {});
    auto list =
        variantFrom(cim::Value::strings({names.begin(), names.end()}), CIM_STRING | CIM_FLAG_ARRAY, {});
    if (!yes || !list)
        return base::fail(yes ? list.error() : yes.error());
    if (SUCCEEDED(result))
        result = context->SetValue(L"__PUT_EXTENSIONS", 0, yes->get());
    if (SUCCEEDED(result))
        result = context->SetValue(L"__PUT_EXT_CLIENT_REQUEST", 0, yes->get());
    if (SUCCEEDED(result))
        result = context->SetValue(L"__PUT_EXT_PROPERTIES", 0, list->get());
    if (FAILED(result))
        return base::fail(errorFrom(result, u"preparing a partial update"_s));
    return context;
}

} // namespace hvgpu::com
