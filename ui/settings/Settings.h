#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QSettings>
#include <QString>

#include <chrono>

namespace hvgpu::ui {

/// What the user chose and how the windows stood, in one INI file. Every value has a default and is checked
/// when read, so that a damaged or newer file does no harm. Holds no secret. GUI thread.
class Settings final
{
public:
    /// @p file is the path of the INI file; it is made on the first change.
    explicit Settings(const QString& file);

    [[nodiscard]] QString theme() const; ///< see Theme::fromName
    void setTheme(const QString& name);
    [[nodiscard]] QString language() const; ///< "de", "en"; empty = the system's
    void setLanguage(const QString& language);
    [[nodiscard]] std::chrono::seconds pollInterval() const; ///< zero = no polling; at most an hour
    void setPollInterval(std::chrono::seconds interval);
    [[nodiscard]] int parallelHosts() const; ///< 1 … 64; takes effect at the next start
    void setParallelHosts(int count);
    [[nodiscard]] int operationsPerHost() const; ///< at the same time; 1 … 100
    void setOperationsPerHost(int count);
    [[nodiscard]] bool confirmRemove() const; ///< ask before a server is removed from the list
    void setConfirmRemove(bool confirm);
    [[nodiscard]] bool notifyWhenDone() const; ///< on the desktop, when long work ends behind other windows
    void setNotifyWhenDone(bool notify);
    [[nodiscard]] int keptChanges() const; ///< finished ones whose records stay; 0 = all; from the next start
    void setKeptChanges(int count);
    [[nodiscard]] QDateTime toldCrash() const; ///< up to when the user was told of crashes
    void setToldCrash(const QDateTime& when);
    [[nodiscard]] bool readOnly() const; ///< no command that changes anything on a server
    void setReadOnly(bool readOnly);

    static constexpr int usualOperationsPerHost = 5; // as in wmi::HostGates, which is out of sight here
    static constexpr int maxOperationsPerHost = 100;
    static constexpr int maxKeptChanges = 100'000;

    /// Every choice by its name, for support files.
    [[nodiscard]] QJsonObject toJson() const;

    /// Window, splitter and header states by key, with a version, so that a state of another layout is
    /// ignored.
    [[nodiscard]] QByteArray state(const QString& key) const;
    void setState(const QString& key, const QByteArray& state);
    void forgetStates();
    /// For parts that keep more than one value of their own.
    [[nodiscard]] QSettings& store() { return m_store; }
    [[nodiscard]] QString fileName() const { return m_store.fileName(); }

private:
    QSettings m_store;
};

} // namespace hvgpu::ui
