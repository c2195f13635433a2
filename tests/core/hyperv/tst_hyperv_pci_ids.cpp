#include "core/hyperv/PciIds.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using hyperv::PciId;
using hyperv::PciIds;

namespace {

const QByteArray sample = "# comment\n"
                          "1002  Advanced Micro Devices, Inc. [AMD/ATI]\n"
                          "\t73a1  Navi 21 [Radeon Pro V620]\n"
                          "10de  NVIDIA Corporation\n"
                          "\t1eb9  TU104GL\n"
                          "\t25b6  GA107GL [A2 / A16]\n"
                          "\t\t1028 0a2b  A board of another maker\n"
                          "\t\t10de 1600  A16-8Q\n"
                          "\t2330  GH100 [H100 SXM5 80GB]\n"
                          "8086  Intel Corporation\n"
                          "\t56c0  DG2 [Data Center GPU Flex 170]\n";

} // namespace

class tst_hyperv_pci_ids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void builtIn_data();
    void builtIn();
    void fromFile_data();
    void fromFile();
    void firstReadableFileCounts();
    void missingFile();
    void malformedFile_data();
    void malformedFile();
    void eachNameIsLookedUpOnce();

private:
    QString write(const QString& name, const QByteArray& text)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_hyperv_pci_ids::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_hyperv_pci_ids::builtIn_data()
{
    QTest::addColumn<quint32>("device");
    QTest::addColumn<quint32>("subsystem");
    QTest::addColumn<QString>("expected");
    QTest::newRow("A2") << 0x25B6U << 0x157E10DEU << u"NVIDIA A2"_s;
    QTest::newRow("A16") << 0x25B6U << 0x14A910DEU << u"NVIDIA A16"_s;
    QTest::newRow("A2 or A16, nobody knows") << 0x25B6U << 0x00011028U << QString();
    QTest::newRow("T4 of any board") << 0x1EB8U << 0x00011028U << u"NVIDIA Tesla T4"_s;
    QTest::newRow("L40S") << 0x26B9U << 0x185110DEU << u"NVIDIA L40S"_s;
    QTest::newRow("another card") << 0x1111U << 0U << QString();
}

void tst_hyperv_pci_ids::builtIn()
{
    QFETCH(quint32, device);
    QFETCH(quint32, subsystem);
    QFETCH(QString, expected);
    const PciId id{0x10DE, static_cast<std::uint16_t>(device), subsystem};
    QCOMPARE(hyperv::supportedModelName(id), expected);
    QCOMPARE(PciIds({}).name(id), expected);
    QCOMPARE(hyperv::supportedModelName({0x1002, id.device, id.subsystem}), QString());
}

void tst_hyperv_pci_ids::fromFile_data()
{
    QTest::addColumn<quint32>("vendor");
    QTest::addColumn<quint32>("device");
    QTest::addColumn<quint32>("subsystem");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name on the box") << 0x10DEU << 0x2330U << 0U << u"NVIDIA H100 SXM5 80GB"_s;
    QTest::newRow("no name on the box") << 0x10DEU << 0x1EB9U << 0U << u"NVIDIA TU104GL"_s;
    QTest::newRow("board") << 0x10DEU << 0x25B6U << 0x160010DEU << u"NVIDIA A16-8Q"_s;
    QTest::newRow("board of another maker") << 0x10DEU << 0x25B6U << 0x0A2B1028U << u"NVIDIA A2 / A16"_s;
    QTest::newRow("unknown board") << 0x10DEU << 0x25B6U << 0x999910DEU << u"NVIDIA A2 / A16"_s;
    QTest::newRow("brackets around the maker") << 0x1002U << 0x73A1U << 0U << u"AMD/ATI Radeon Pro V620"_s;
    QTest::newRow("last line") << 0x8086U << 0x56C0U << 0U << u"Intel Data Center GPU Flex 170"_s;
    QTest::newRow("device of another maker") << 0x8086U << 0x2330U << 0U << QString();
    QTest::newRow("unknown maker") << 0x1234U << 0x0001U << 0U << QString();
}

void tst_hyperv_pci_ids::fromFile()
{
    QFETCH(quint32, vendor);
    QFETCH(quint32, device);
    QFETCH(quint32, subsystem);
    QFETCH(QString, expected);
    PciIds ids({write(u"pci.ids"_s, sample)});
    QCOMPARE(ids.name({static_cast<std::uint16_t>(vendor), static_cast<std::uint16_t>(device), subsystem}),
             expected);
}

void tst_hyperv_pci_ids::firstReadableFileCounts()
{
    const QString second = write(u"second"_s, "10de  NVIDIA Corporation\n\t2330  Second\n");
    PciIds ids({m_folder->filePath(u"none"_s), write(u"first"_s, sample), second});
    QCOMPARE(ids.name({0x10DE, 0x2330, {}}), u"NVIDIA H100 SXM5 80GB"_s);
    PciIds other({m_folder->filePath(u"none"_s), second});
    QCOMPARE(other.name({0x10DE, 0x2330, {}}), u"NVIDIA Second"_s);
}

void tst_hyperv_pci_ids::missingFile()
{
    PciIds ids({m_folder->filePath(u"none"_s), m_folder->path()});
    QCOMPARE(ids.name({0x10DE, 0x2330, {}}), QString());
}

void tst_hyperv_pci_ids::malformedFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString found = u"NVIDIA H100 SXM5 80GB"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("binary") << QByteArray(5000, '\0') << QString();
    QTest::newRow("one endless line") << QByteArray(200000, 'x') << QString();
    QTest::newRow("long line before") << "# " + QByteArray(5000, 'x') + '\n' + sample << found;
    QTest::newRow("a long line is no vendor in its middle")
        << QByteArray(1023, 'x') + "10de  Wrong\n\t2330  Wrong\n" + sample << found;
    QTest::newRow("numbers without a name") << QByteArray("10de\n\t2330\n") << QString();
    QTest::newRow("device before any vendor") << "\t2330  Wrong\n" + sample << found;
    QTest::newRow("Windows line ends") << QByteArray(sample).replace("\n", "\r\n") << found;
    QTest::newRow("no UTF-8") << QByteArray("1000  \xff\xfe\n") + sample << found;
}

void tst_hyperv_pci_ids::malformedFile()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    PciIds ids({write(u"pci.ids"_s, text)});
    QCOMPARE(ids.name({0x10DE, 0x2330, {}}), expected);
}

void tst_hyperv_pci_ids::eachNameIsLookedUpOnce()
{
    const QString path = write(u"pci.ids"_s, sample);
    PciIds ids({path});
    QCOMPARE(ids.name({0x10DE, 0x2330, {}}), u"NVIDIA H100 SXM5 80GB"_s);
    QVERIFY(QFile::remove(path));
    QCOMPARE(ids.name({0x10DE, 0x2330, {}}), u"NVIDIA H100 SXM5 80GB"_s);
    QCOMPARE(ids.name({0x8086, 0x56C0, {}}), QString());
}

QTEST_GUILESS_MAIN(tst_hyperv_pci_ids)
#include "tst_hyperv_pci_ids.moc"
