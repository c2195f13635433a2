#include "ui/theme/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>

static void initIconResource()
{
    Q_INIT_RESOURCE(icons); // the icons live in a static library
}

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array sizes{16, 24, 32, 48, 64};

QString file(const QString& name, int size, bool dark)
{
    return u":/icons/%1/%2/%3.png"_s.arg(dark ? u"dark"_s : u"light"_s).arg(size).arg(name);
}

QImage disabledLook(const QImage& source)
{
    QImage result = source.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const int gray = qGray(line[x]);
            line[x] = qRgba(gray, gray, gray, qAlpha(line[x]) * 45 / 100);
        }
    }
    return result;
}

QPixmap render(const QString& name, QSize pixels, QIcon::Mode mode)
{
    const int wanted = std::max(1, std::min(pixels.width(), pixels.height()));
    const bool dark = isDark(QGuiApplication::palette());
    const bool disabled = mode == QIcon::Disabled;
    const QString key =
        u"hvgpu-icon/%1/%2/%3%4"_s.arg(name).arg(wanted).arg(dark ? 1 : 0).arg(disabled ? 1 : 0);
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    const auto* const best =
        std::find_if(sizes.begin(), sizes.end(), [wanted](int size) { return size >= wanted; });
    QImage image(file(name, best == sizes.end() ? sizes.back() : *best, dark));
    if (image.width() != wanted)
        image = image.scaled(wanted, wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    result = QPixmap::fromImage(disabled ? disabledLook(image) : image);
    QPixmapCache::insert(key, result);
    return result;
}

/// Picks the light or dark picture when asked, not when made.
class ThemedIconEngine final : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name)
        : m_name(std::move(name))
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
        QPixmap picture = render(m_name, (QSizeF(rect.size()) * ratio).toSize(), mode);
        picture.setDevicePixelRatio(ratio);
        QRect target(QPoint(), picture.deviceIndependentSize().toSize());
        target.moveCenter(rect.center());
        painter->drawPixmap(target, picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        return render(m_name, size, mode);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal /*scale*/) override
    {
        return render(m_name, size, mode);
    }
    QList<QSize> availableSizes(QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        QList<QSize> result;
        for (const int size : sizes)
            result.append(QSize(size, size));
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }
    [[nodiscard]] QString key() const override { return u"hvgpu"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
};

} // namespace

QIcon icon(QStringView name)
{
    initIconResource();
    const QString text = name.toString();
    if (!QFile::exists(file(text, 16, false))) {
        qWarning("no icon is called %s", qUtf8Printable(text));
        return {};
    }
    return QIcon(new ThemedIconEngine(text));
}

QIcon applicationIcon()
{
    initIconResource();
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        result.addFile(u":/icons/%1/app.png"_s.arg(size), QSize(size, size));
    return result;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

} // namespace hvgpu::ui
