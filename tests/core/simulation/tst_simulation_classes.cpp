#include "core/simulation/classes/ClassCatalogue.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace Qt::StringLiterals;

class TestClasses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyClassIsSound_data();
    void everyClassIsSound();
    void inheritance();
    void parameterOrder();
    void stdRegProvInBothNamespaces();
    void everyNamespaceHasNamespaces();
    void methodsOfClustersAreVoid();
    void errorsNameTheLine_data();
    void errorsNameTheLine();
};

void TestClasses::everyClassIsSound_data()
{
    QTest::addColumn<QString>("nameSpace");
    QTest::newRow("v2") << u"root\\virtualization\\v2"_s;
    QTest::newRow("cimv2") << u"root\\cimv2"_s;
    QTest::newRow("mscluster") << u"root\\MSCluster"_s;
    QTest::newRow("default") << u"root\\default"_s;
}

void TestClasses::everyClassIsSound()
{
    QFETCH(QString, nameSpace);
    const ClassCatalogue& catalogue = ClassCatalogue::builtIn();
    const auto classes = catalogue.classes(nameSpace);
    QVERIFY(!classes.empty());
    for (const ClassInfo* const info : classes) {
        const ClassDeclaration& declaration = info->declaration;
        const QString name = declaration.name;
        QVERIFY2(declaration.properties.size() == info->defaults.size(), qPrintable(name));
        QSet<QString> seen;
        for (std::size_t i = 0; i < declaration.properties.size(); ++i) {
            const PropertyDeclaration& property = declaration.properties[i];
            QVERIFY2(!seen.contains(property.name.toLower()), qPrintable(name + u'.' + property.name));
            seen.insert(property.name.toLower());
            QVERIFY2(info->defaults[i].isNull() || info->defaults[i].type() == property.type,
                     qPrintable(name));
            QVERIFY2(property.type != cim::Type::Reference ||
                         catalogue.find(nameSpace, property.referenceClass),
                     qPrintable(name + u" refers to "_s + property.referenceClass));
        }
        for (const MethodDeclaration& method : declaration.methods) {
            for (const PropertyDeclaration& parameter : method.parameters) {
                QVERIFY2(parameter.embeddedInstanceClass.isEmpty() ||
                             catalogue.find(nameSpace, parameter.embeddedInstanceClass),
                         qPrintable(name + u'.' + method.name + u'(' + parameter.name + u')'));
            }
        }
        const auto& properties = declaration.properties;
        const bool hasKey =
            std::any_of(properties.begin(), properties.end(), [](const auto& p) { return p.isKey; });
        const bool needsKey =
            !info->isAbstract && nameSpace.endsWith(u"\\v2") && declaration.name != u"Msvm_Error"_s;
        QVERIFY2(hasKey || !needsKey || declaration.name.startsWith(u"Msvm_KvpExchangeDataItem"_s),
                 qPrintable(name));
    }
}

void TestClasses::inheritance()
{
    const ClassCatalogue& catalogue = ClassCatalogue::builtIn();
    const ClassInfo* const gpu = catalogue.find(u"ROOT\\Virtualization\\V2", u"msvm_partitionablegpu");
    QVERIFY(gpu != nullptr);
    QVERIFY(gpu->isA(u"CIM_System"));
    const PropertyDeclaration* const name = gpu->declaration.property(u"name");
    QVERIFY(name && name->isKey);
    const PropertyDeclaration* const count = gpu->declaration.property(u"PartitionCount");
    QVERIFY(count && count->isWritable && count->type == cim::Type::UInt16);
    QVERIFY(gpu->declaration.method(u"RequestStateChange") != nullptr);
    const auto derived =
        ClassCatalogue::withDerived(*catalogue.find(u"root\\virtualization\\v2", u"CIM_ComputerSystem"));
    QVERIFY(std::find(derived.begin(), derived.end(), gpu) != derived.end());
    QVERIFY(catalogue.find(u"root\\virtualization\\v2", u"Msvm_VirtualSystemSettingDataComponent")
                ->declaration.isAssociation);
}

void TestClasses::parameterOrder()
{
    const ClassInfo* const service =
        ClassCatalogue::builtIn().find(u"root\\virtualization\\v2", u"Msvm_VirtualSystemManagementService");
    const MethodDeclaration* const add = service->declaration.method(u"AddResourceSettings");
    QVERIFY(add != nullptr);
    QStringList names;
    for (const PropertyDeclaration& parameter : add->parameters)
        names.append((parameter.isOut ? u"out "_s : u"in "_s) + parameter.name);
    QCOMPARE(names, (QStringList{u"in AffectedConfiguration"_s, u"in ResourceSettings"_s,
                                 u"out ResultingResourceSettings"_s, u"out Job"_s}));
    QVERIFY(add->parameters[1].isArray);
    QCOMPARE(add->parameters[1].type, cim::Type::String);
    QVERIFY(!add->parameters[1].embeddedInstanceClass.isEmpty());
}

void TestClasses::stdRegProvInBothNamespaces()
{
    for (const QString& nameSpace : {u"root\\default"_s, u"root\\cimv2"_s}) {
        const ClassInfo* const info = ClassCatalogue::builtIn().find(nameSpace, u"StdRegProv");
        QVERIFY(info && info->declaration.method(u"GetQWORDValue") != nullptr);
        QVERIFY(info->declaration.method(u"GetQWORDValue")->isStatic);
    }
}

void TestClasses::everyNamespaceHasNamespaces()
{
    for (const QString& nameSpace :
         {u"root\\cimv2"_s, u"root\\default"_s, u"root\\virtualization\\v2"_s, u"root\\MSCluster"_s})
        QVERIFY(ClassCatalogue::builtIn().find(nameSpace, u"__NAMESPACE") != nullptr);
}

void TestClasses::methodsOfClustersAreVoid()
{
    for (const QString& nameSpace : {u"root\\MSCluster"_s, u"root\\virtualization\\v2"_s})
        for (const ClassInfo* const info : ClassCatalogue::builtIn().classes(nameSpace))
            for (const MethodDeclaration& method : info->declaration.methods)
                QCOMPARE(method.isVoid, nameSpace == u"root\\MSCluster"_s);
    const auto parsed =
        ClassCatalogue::parse({u"namespace root\\x\nclass A\n  static void method M(out uint8 B)"_s});
    QVERIFY(parsed.has_value());
    const MethodDeclaration* const method = parsed->find(u"root\\x", u"A")->declaration.method(u"M");
    QVERIFY(method != nullptr && method->isVoid && method->isStatic);
    QCOMPARE(method->parameters.size(), 1U);
}

void TestClasses::errorsNameTheLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("type") << u"namespace root\\x\nclass A\n  uint17 B"_s << u"line 3"_s;
    QTest::newRow("class") << u"namespace root\\x\nclas A"_s << u"line 2"_s;
    QTest::newRow("superclass") << u"namespace root\\x\nclass A : B"_s << u"unknown superclass"_s;
    QTest::newRow("twice") << u"namespace root\\x\nclass A\nclass a"_s << u"twice"_s;
    QTest::newRow("default") << u"namespace root\\x\nclass A\n  uint8 B = 300"_s << u"line 3"_s;
    QTest::newRow("set") << u"namespace root\\x\nclass A\n  set B = 1"_s << u"cannot set B"_s;
    QTest::newRow("method") << u"namespace root\\x\nclass A\n  void static M(in uint8 C)"_s << u"line 3"_s;
    QTest::newRow("parameter") << u"namespace root\\x\nclass A\n  method M(B C)"_s << u"line 3"_s;
}

void TestClasses::errorsNameTheLine()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto result = ClassCatalogue::parse({text});
    QVERIFY(!result.has_value());
    QVERIFY2(result.error().detail.contains(expected), qPrintable(result.error().detail));
}

QTEST_GUILESS_MAIN(TestClasses)
#include "tst_simulation_classes.moc"
