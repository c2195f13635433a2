#include "app/cli/Interrupt.h"
#include "app/cli/Utf8Arguments.h"
#include "app/sim/Options.h"
#include "app/sim/ScaledClock.h"
#include "app/sim/ServerList.h"

#include "core/simulation/SimulatedFleet.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <iostream>

namespace {

using namespace hvgpu;

constexpr int runtimeError = 1;

int report(const base::Error& error)
{
    std::cerr << "hvgpu-sim: " << base::describe(error).toStdString() << '\n';
    return runtimeError;
}

void printEndpoints(const std::vector<simulation::HostEndpoint>& endpoints)
{
    for (const simulation::HostEndpoint& endpoint : endpoints)
        std::cout << endpoint.computerName.toStdString() << '\t' << endpoint.cluster.toStdString() << '\t'
                  << endpoint.url.toStdString() << '\n';
    std::cout << "ready" << std::endl; // whoever waits for it reads through a pipe
}

/// Does nothing without a path.
bool writeFile(const QString& path, const QByteArray& content)
{
    if (path.isEmpty())
        return true;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return true;
    std::cerr << "hvgpu-sim: cannot write " << path.toStdString() << '\n';
    return false;
}

QString absolute(const QString& path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

int run(const sim::Options& options)
{
    sim::ScaledClock clock(options.timeFactor);
    auto fleet = simulation::SimulatedFleet::load(options.fleet, clock);
    if (!fleet)
        return report(fleet.error());
    auto server = simulation::FleetServer::start(std::move(*fleet), options.server);
    if (!server)
        return report(server.error());
    const auto& endpoints = (*server)->endpoints();
    if (!writeFile(options.certificateFile, (*server)->certificatePem()) ||
        !writeFile(options.serversFile,
                   sim::writeServerList(endpoints, options.server, absolute(options.certificateFile))))
        return runtimeError;
    printEndpoints(endpoints);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const cli::Interrupt interrupt;
    QObject::connect(&interrupt, &cli::Interrupt::requested, &application, &QCoreApplication::quit);
    cli::Utf8Arguments words(argc, argv);
    const auto parsed = sim::parseArguments(words.count(), words.values());
    if (const int* code = std::get_if<int>(&parsed))
        return *code;
    return run(std::get<sim::Options>(parsed));
}
