#include "FakeProvider.h"

#include <QRegularExpression>

namespace hvgpu::tests {

using namespace Qt::StringLiterals;
using cim::Type;
using cim::Value;
using simulation::ClassDeclaration;
using simulation::MethodDeclaration;
using simulation::PropertyDeclaration;

namespace {

PropertyDeclaration key(const QString& name)
{
    PropertyDeclaration declaration;
    declaration.name = name;
    declaration.isKey = true;
    return declaration;
}

PropertyDeclaration scalar(const QString& name, Type type)
{
    PropertyDeclaration declaration;
    declaration.name = name;
    declaration.type = type;
    return declaration;
}

PropertyDeclaration list(const QString& name, Type type)
{
    PropertyDeclaration declaration = scalar(name, type);
    declaration.isArray = true;
    return declaration;
}

PropertyDeclaration out(PropertyDeclaration declaration)
{
    declaration.isOut = true;
    return declaration;
}

ClassDeclaration makeClass(const QString& name, std::vector<PropertyDeclaration> properties,
                           std::vector<MethodDeclaration> methods = {})
{
    ClassDeclaration declaration;
    declaration.name = name;
    declaration.properties = std::move(properties);
    declaration.methods = std::move(methods);
    return declaration;
}

std::vector<MethodDeclaration> managementMethods()
{
    PropertyDeclaration settings = scalar(u"SystemSettings"_s, Type::String);
    settings.embeddedInstanceClass = u"Msvm_VirtualSystemSettingData"_s;
    return {
        {u"DefineSystem"_s,
         false,
         {settings, list(u"ResourceSettings"_s, Type::String),
          scalar(u"ReferenceConfiguration"_s, Type::Reference), scalar(u"Timeout"_s, Type::DateTime),
          scalar(u"Limit"_s, Type::UInt16), out(scalar(u"ResultingSystem"_s, Type::Reference)),
          out(scalar(u"Job"_s, Type::Reference)), out(list(u"Affected"_s, Type::String))}},
        {u"GetSummaryInformation"_s,
         false,
         {list(u"RequestedInformation"_s, Type::UInt32), out(list(u"SummaryInformation"_s, Type::Object))}},
        {u"GetVirtualSystemThumbnailImage"_s, false, {out(list(u"ImageData"_s, Type::UInt8))}},
        {u"TakeOffline"_s, false, {}, true}};
}

base::Error wmiError(std::uint32_t hresult, const QString& text)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.nativeCode = hresult;
    error.hostText = text;
    return error;
}

bool hasKeys(const cim::Instance& instance, const cim::ObjectPath& path)
{
    return std::all_of(path.keys().begin(), path.keys().end(), [&](const cim::Key& key) {
        return instance.value(key.name).toString().value_or(QString()).compare(
                   key.value.toString().value_or(QString()), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

FakeProvider::FakeProvider()
    : m_name(u"HV01"_s)
{
    m_classes.push_back(
        makeClass(u"Msvm_ComputerSystem"_s,
                  {key(u"CreationClassName"_s), key(u"Name"_s), scalar(u"ElementName"_s, Type::String),
                   scalar(u"EnabledState"_s, Type::UInt16), scalar(u"installDate"_s, Type::DateTime),
                   scalar(u"OnTimeInMilliseconds"_s, Type::UInt64), scalar(u"Delay"_s, Type::DateTime),
                   list(u"OperationalStatus"_s, Type::UInt16), list(u"Roles"_s, Type::String),
                   scalar(u"Locked"_s, Type::Boolean), scalar(u"Owner"_s, Type::Reference)}));
    PropertyDeclaration count = scalar(u"PartitionCount"_s, Type::UInt16);
    count.isWritable = true;
    m_classes.push_back(makeClass(u"Msvm_PartitionableGpu"_s,
                                  {key(u"Name"_s), count, scalar(u"MaxPartitionEncode"_s, Type::UInt64),
                                   list(u"ValidPartitionCounts"_s, Type::UInt16)}));
    for (const QString& name : {u"Msvm_VirtualSystemManagementService"_s, u"Msvm_ImageManagementService"_s})
        m_classes.push_back(
            makeClass(name, {key(u"CreationClassName"_s), key(u"Name"_s)}, managementMethods()));
    m_classes.push_back(
        makeClass(u"Msvm_SummaryInformation"_s,
                  {scalar(u"Name"_s, Type::String), scalar(u"NumberOfProcessors"_s, Type::UInt16)}));
    m_classes.push_back(
        makeClass(u"Win32_OperatingSystem"_s, {key(u"Name"_s), scalar(u"Version"_s, Type::String)}));
    m_classes.back().isSingleton = true;
}

QString FakeProvider::operatingSystemVersion() const
{
    return u"10.0.26100"_s;
}

bool FakeProvider::hasNamespace(const QString& nameSpace) const
{
    return nameSpace.compare(virtualization, Qt::CaseInsensitive) == 0;
}

const ClassDeclaration* FakeProvider::classDeclaration(const QString& nameSpace,
                                                       const QString& className) const
{
    if (hasNamespace(nameSpace))
        for (const ClassDeclaration& declaration : m_classes)
            if (declaration.name.compare(className, Qt::CaseInsensitive) == 0)
                return &declaration;
    return nullptr;
}

base::Result<simulation::QueryRows> FakeProvider::query(const QString& nameSpace, const QString& wql)
{
    {
        const std::scoped_lock lock(m_mutex);
        lastQuery = wql;
    }
    if (!hasNamespace(nameSpace))
        return base::fail(wmiError(0x8004100E, u"Invalid namespace "_s));
    static const QRegularExpression select(u"^SELECT (.+) FROM (\\w+)$"_s);
    static const QRegularExpression related(u"ResultClass = (\\w+)"_s);
    const auto selected = select.match(wql);
    const auto associated = related.match(wql);
    if (!selected.hasMatch() && !associated.hasMatch())
        return base::fail(wmiError(0x80041017, u"Invalid query "_s));
    auto rows = enumerate(nameSpace, selected.hasMatch() ? selected.captured(2) : associated.captured(1));
    if (rows && selected.hasMatch() && selected.captured(1) != "*"_L1)
        rows->projection = selected.captured(1).split(u',');
    return rows;
}

base::Result<simulation::QueryRows> FakeProvider::enumerate(const QString& nameSpace,
                                                            const QString& className)
{
    if (!hasNamespace(nameSpace))
        return base::fail(wmiError(0x8004100E, u"Invalid namespace "_s));
    if (classDeclaration(nameSpace, className) == nullptr)
        return base::fail(wmiError(0x80041010, u"Invalid class "_s));
    const std::scoped_lock lock(m_mutex);
    simulation::QueryRows rows;
    for (const cim::Instance& instance : m_instances)
        if (instance.className().compare(className, Qt::CaseInsensitive) == 0)
            rows.rows.push_back(instance);
    return rows;
}

base::Result<cim::Instance> FakeProvider::get(const cim::ObjectPath& path)
{
    const auto rows = enumerate(path.nameSpace(), path.className());
    if (!rows)
        return base::fail(rows.error());
    for (const cim::Instance& instance : rows->rows)
        if (hasKeys(instance, path))
            return instance;
    return base::fail(wmiError(0x80041002, u"Not found "_s));
}

base::Result<cim::Instance> FakeProvider::put(const cim::ObjectPath& path,
                                              const std::vector<cim::Property>& changes)
{
    const std::scoped_lock lock(m_mutex);
    lastChanges = changes;
    for (cim::Instance& instance : m_instances) {
        if (instance.className() != path.className() || !hasKeys(instance, path))
            continue;
        for (const cim::Property& change : changes) {
            if (!classDeclaration(path.nameSpace(), path.className())->property(change.name)->isWritable)
                return base::fail(wmiError(0x80041023, u"Read only "_s));
            instance.set(change.name, change.value);
        }
        return instance;
    }
    return base::fail(wmiError(0x80041002, u"Not found "_s));
}

base::Result<simulation::MethodOutcome> FakeProvider::invoke(const cim::ObjectPath& target,
                                                             const QString& /*method*/,
                                                             const std::vector<cim::Property>& inParameters)
{
    const std::scoped_lock lock(m_mutex);
    ++invocations;
    lastTarget = target;
    lastInput = inParameters;
    return outcome;
}

void FakeProvider::add(cim::Instance instance)
{
    const ClassDeclaration* declaration = classDeclaration(instance.nameSpace(), instance.className());
    std::vector<cim::Key> keys;
    for (const PropertyDeclaration& property : declaration->properties)
        if (property.isKey)
            keys.push_back({property.name, instance.value(property.name)});
    instance.setPath(cim::ObjectPath({}, instance.nameSpace(), instance.className(), std::move(keys)));
    const std::scoped_lock lock(m_mutex);
    m_instances.push_back(std::move(instance));
}

void FakeProvider::addMachines(int count)
{
    for (int i = 0; i < count; ++i) {
        cim::Instance machine(u"Msvm_ComputerSystem"_s, virtualization);
        machine.append(u"Name"_s, Value::string(u"vm%1"_s.arg(i)));
        machine.append(u"CreationClassName"_s, Value::string(u"Msvm_ComputerSystem"_s));
        machine.append(u"ElementName"_s, Value::string(u"Machine %1"_s.arg(i)));
        machine.append(u"EnabledState"_s, Value::unsignedInteger(Type::UInt16, 2));
        add(std::move(machine));
    }
}

} // namespace hvgpu::tests
