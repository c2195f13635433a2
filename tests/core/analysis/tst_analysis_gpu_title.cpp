#include "core/analysis/GpuTitle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

class TestGpuTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesakesAreNumbered()
    {
        model::HostSnapshot host;
        for (const QString& name : {u"NVIDIA A2"_s, u"NVIDIA A16"_s, u"NVIDIA A2"_s, QString()}) {
            model::Gpu gpu;
            gpu.id = model::GpuId(u"id %1"_s.arg(host.gpus.size()));
            gpu.name = name;
            host.gpus.push_back(gpu);
        }
        QStringList titles;
        for (const model::Gpu& gpu : host.gpus)
            titles << analysis::gpuTitle(host, gpu);
        QCOMPARE(titles, QStringList({u"NVIDIA A2 #1"_s, u"NVIDIA A16"_s, u"NVIDIA A2 #2"_s, u"id 3"_s}));
    }
};

QTEST_GUILESS_MAIN(TestGpuTitle)
#include "tst_analysis_gpu_title.moc"
