#include "core/hyperv/VmIdentity.h"

namespace hvgpu::hyperv {

namespace {

bool isGuid(QStringView text)
{
    constexpr qsizetype length = 36;
    if (text.size() != length)
        return false;
    for (qsizetype i = 0; i < length; ++i) {
        const bool dashPlace = i == 8 || i == 13 || i == 18 || i == 23;
        const char16_t c = text.at(i).unicode();
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dashPlace ? c != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace

std::optional<model::VmId> vmIdFromGuid(QStringView text)
{
    if (text.startsWith(u'{') && text.endsWith(u'}'))
        text = text.mid(1, text.size() - 2);
    if (!isGuid(text))
        return std::nullopt;
    return model::VmId(text.toString().toUpper());
}

std::optional<model::VmId> vmIdFromInstanceId(QStringView instanceId)
{
    constexpr QStringView prefix = u"Microsoft:";
    if (!instanceId.startsWith(prefix, Qt::CaseInsensitive))
        return std::nullopt;
    const QStringView rest = instanceId.mid(prefix.size());
    const qsizetype end = rest.indexOf(u'\\');
    return vmIdFromGuid(end < 0 ? rest : rest.left(end));
}

} // namespace hvgpu::hyperv
