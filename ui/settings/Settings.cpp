#include "ui/settings/Settings.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int layoutVersion = 1;
constexpr int defaultPollSeconds = 60;
constexpr int maxPollSeconds = 3600;
constexpr int defaultParallelHosts = 16;
constexpr int maxParallelHosts = 64;
constexpr int defaultKeptChanges = 500;

QString stateKey(const QString& key)
{
    return u"Layout%1/%2"_s.arg(layoutVersion).arg(key);
}
} // namespace

Settings::Settings(const QString& file)
    : m_store(file, QSettings::IniFormat)
{}

QString Settings::theme() const
{
    return m_store.value(u"Look/theme"_s, u"system"_s).toString();
}

void Settings::setTheme(const QString& name)
{
    m_store.setValue(u"Look/theme"_s, name);
}

QString Settings::language() const
{
    return m_store.value(u"Look/language"_s).toString();
}

void Settings::setLanguage(const QString& language)
{
    m_store.setValue(u"Look/language"_s, language);
}

std::chrono::seconds Settings::pollInterval() const
{
    const int seconds = m_store.value(u"Fleet/pollSeconds"_s, defaultPollSeconds).toInt();
    return std::chrono::seconds(std::clamp(seconds, 0, maxPollSeconds));
}

void Settings::setPollInterval(std::chrono::seconds interval)
{
    m_store.setValue(u"Fleet/pollSeconds"_s, static_cast<int>(interval.count()));
}

int Settings::parallelHosts() const
{
    const int count = m_store.value(u"Fleet/parallelHosts"_s, defaultParallelHosts).toInt();
    return std::clamp(count, 1, maxParallelHosts);
}

void Settings::setParallelHosts(int count)
{
    m_store.setValue(u"Fleet/parallelHosts"_s, count);
}

int Settings::operationsPerHost() const
{
    const int count = m_store.value(u"Fleet/operationsPerHost"_s, usualOperationsPerHost).toInt();
    return std::clamp(count, 1, maxOperationsPerHost);
}

void Settings::setOperationsPerHost(int count)
{
    m_store.setValue(u"Fleet/operationsPerHost"_s, count);
}

bool Settings::confirmRemove() const
{
    return m_store.value(u"Confirm/removeServer"_s, true).toBool();
}

void Settings::setConfirmRemove(bool confirm)
{
    m_store.setValue(u"Confirm/removeServer"_s, confirm);
}

bool Settings::notifyWhenDone() const
{
    return m_store.value(u"Changes/notifyWhenDone"_s, true).toBool();
}

void Settings::setNotifyWhenDone(bool notify)
{
    m_store.setValue(u"Changes/notifyWhenDone"_s, notify);
}

int Settings::keptChanges() const
{
    return std::clamp(m_store.value(u"Changes/kept"_s, defaultKeptChanges).toInt(), 0, maxKeptChanges);
}

void Settings::setKeptChanges(int count)
{
    m_store.setValue(u"Changes/kept"_s, count);
}

QDateTime Settings::toldCrash() const
{
    return m_store.value(u"Crashes/told"_s).toDateTime();
}

void Settings::setToldCrash(const QDateTime& when)
{
    m_store.setValue(u"Crashes/told"_s, when);
}

bool Settings::readOnly() const
{
    return m_store.value(u"Changes/readOnly"_s, false).toBool();
}

void Settings::setReadOnly(bool readOnly)
{
    m_store.setValue(u"Changes/readOnly"_s, readOnly);
}

QByteArray Settings::state(const QString& key) const
{
    return m_store.value(stateKey(key)).toByteArray();
}

void Settings::setState(const QString& key, const QByteArray& state)
{
    m_store.setValue(stateKey(key), state);
}

void Settings::forgetStates()
{
    m_store.remove(u"Layout%1"_s.arg(layoutVersion));
}

QJsonObject Settings::toJson() const
{
    return {{u"theme"_s, theme()},
            {u"language"_s, language()},
            {u"pollSeconds"_s, static_cast<qint64>(pollInterval().count())},
            {u"parallelHosts"_s, parallelHosts()},
            {u"operationsPerHost"_s, operationsPerHost()},
            {u"confirmRemove"_s, confirmRemove()},
            {u"notifyWhenDone"_s, notifyWhenDone()},
            {u"readOnly"_s, readOnly()}};
}

} // namespace hvgpu::ui
