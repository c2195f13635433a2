#include "core/hyperv/PciIds.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

constexpr std::uint16_t nvidia = 0x10DE;
constexpr int hexadecimal = 16;

struct Model
{
    std::uint16_t device;
    std::uint16_t subsystemDevice; ///< 0 = any
    const char16_t* name;
};

/// The models of wmi.md 7, and those that run as whole devices only. A2 and A16 share a device id; other
/// boards with it are left to pci.ids.
constexpr Model models[] = {
    {0x25B6, 0x157E, u"NVIDIA A2"}, {0x25B6, 0x14A9, u"NVIDIA A16"}, {0x2236, 0, u"NVIDIA A10"},
    {0x2235, 0, u"NVIDIA A40"},     {0x27B6, 0, u"NVIDIA L2"},       {0x27B8, 0, u"NVIDIA L4"},
    {0x26B5, 0, u"NVIDIA L40"},     {0x26B9, 0, u"NVIDIA L40S"},     {0x1EB8, 0, u"NVIDIA Tesla T4"},
};

/// The name in the last pair of brackets, which is the one on the box: "GA107GL [A2 / A16]" → "A2 / A16".
QString marketingName(const QString& text)
{
    const qsizetype open = text.lastIndexOf(u'[');
    const qsizetype close = text.lastIndexOf(u']');
    return open >= 0 && close > open + 1 ? text.mid(open + 1, close - open - 1) : text;
}

QString shortVendor(const QString& text)
{
    QString name = marketingName(text);
    for (const QString& ending : {u" Corporation"_s, u", Inc."_s, u" Inc."_s, u" Ltd."_s, u" Co."_s}) {
        if (name.endsWith(ending))
            name.chop(ending.size());
    }
    return name;
}

/// "10de  NVIDIA Corporation" → the name, when the line begins with @p numbers.
std::optional<QString> nameAfter(const QByteArray& line, const QByteArray& numbers)
{
    if (!line.startsWith(numbers) || line.size() <= numbers.size() || line.at(numbers.size()) != ' ')
        return std::nullopt;
    const QString name = QString::fromUtf8(line.mid(numbers.size())).simplified();
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

QByteArray hex4(std::uint32_t number)
{
    return QByteArray::number(number & 0xFFFFU, hexadecimal).rightJustified(4, '0');
}

/// Reads pci.ids: vendors at the beginning of a line, their devices behind a tab, subsystems behind two.
class Search
{
public:
    explicit Search(const PciId& id)
        : m_vendorNumber(hex4(id.vendor))
        , m_deviceNumber('\t' + hex4(id.device))
    {
        constexpr unsigned deviceShift = 16;
        // Other makers' names of their boards tell of the server they are sold in.
        if (id.subsystem && (*id.subsystem & 0xFFFFU) == id.vendor)
            m_boardNumber = "\t\t" + hex4(*id.subsystem) + ' ' + hex4(*id.subsystem >> deviceShift);
    }

    /// False when nothing of interest can follow.
    bool take(const QByteArray& line)
    {
        if (line.isEmpty() || line.startsWith('#'))
            return true;
        if (!line.startsWith('\t')) {
            if (m_vendor)
                return false;
            m_vendor = nameAfter(line, m_vendorNumber);
            return true;
        }
        if (!m_vendor)
            return true;
        if (!line.startsWith("\t\t")) {
            if (m_device)
                return false;
            m_device = nameAfter(line, m_deviceNumber);
        } else if (m_device && !m_boardNumber.isEmpty() && !m_board) {
            m_board = nameAfter(line, m_boardNumber);
        }
        return true;
    }

    [[nodiscard]] QString name() const
    {
        if (!m_vendor || !m_device)
            return {};
        const QString vendor = shortVendor(*m_vendor);
        const QString device = marketingName(m_board ? *m_board : *m_device);
        return device.startsWith(vendor, Qt::CaseInsensitive) ? device : vendor + u' ' + device;
    }

private:
    QByteArray m_vendorNumber;
    QByteArray m_deviceNumber;
    QByteArray m_boardNumber;
    std::optional<QString> m_vendor;
    std::optional<QString> m_device;
    std::optional<QString> m_board;
};

} // namespace

QString supportedModelName(const PciId& id)
{
    constexpr unsigned deviceShift = 16;
    if (id.vendor != nvidia)
        return {};
    for (const Model& model : models) {
        const bool sameBoard = model.subsystemDevice == 0 ||
                               (id.subsystem && (*id.subsystem >> deviceShift) == model.subsystemDevice);
        if (model.device == id.device && sameBoard)
            return QString::fromUtf16(model.name);
    }
    return {};
}

PciIds::PciIds(QStringList files)
    : m_files(std::move(files))
{}

PciIds& PciIds::system()
{
    static PciIds ids({u"/usr/share/hwdata/pci.ids"_s, u"/usr/share/misc/pci.ids"_s});
    return ids;
}

QString PciIds::name(const PciId& id)
{
    if (QString supported = supportedModelName(id); !supported.isEmpty())
        return supported;
    const QString key = u"%1:%2:%3"_s.arg(id.vendor).arg(id.device).arg(id.subsystem.value_or(0));
    const std::scoped_lock lock(m_mutex);
    const auto known = m_known.constFind(key);
    return known != m_known.cend() ? *known : *m_known.insert(key, look(id));
}

QString PciIds::look(const PciId& id) const
{
    constexpr qint64 longestLine = 1024;
    constexpr qint64 largestFile = 32LL * 1024 * 1024;
    for (const QString& path : m_files) {
        QFile file(path);
        if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
            continue;
        Search search(id);
        bool isWhole = true; // what is left of a line too long is no line
        while (!file.atEnd()) {
            QByteArray line = file.readLine(longestLine);
            const bool wasWhole = std::exchange(isWhole, line.endsWith('\n'));
            while (line.endsWith('\n') || line.endsWith('\r'))
                line.chop(1);
            if (wasWhole && !search.take(line))
                break;
        }
        return search.name();
    }
    return {};
}

} // namespace hvgpu::hyperv
