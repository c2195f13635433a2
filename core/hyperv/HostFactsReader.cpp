#include "core/hyperv/HostFactsReader.h"

#include "core/hyperv/Fields.h"

namespace hvgpu::hyperv {

void applyOperatingSystem(const cim::Instance& row, model::HostFacts& host, ReadContext& context)
{
    const Fields fields(row, model::Part::OperatingSystem, {}, context);
    host.osCaption = fields.text(u"Caption").trimmed();
    host.build = fields.u32(u"BuildNumber");
    host.productType = fields.u32(u"ProductType");
    host.operatingSystemSku = fields.u32(u"OperatingSystemSKU");
    host.lastBoot = fields.time(u"LastBootUpTime");
    if (host.computerName.isEmpty())
        host.computerName = fields.text(u"CSName");
}

void applyComputerSystem(const cim::Instance& row, model::HostFacts& host, ReadContext& context)
{
    const Fields fields(row, model::Part::ComputerSystem, {}, context);
    if (const QString name = fields.text(u"Name"); !name.isEmpty())
        host.computerName = name;
    host.manufacturer = fields.text(u"Manufacturer");
    host.model = fields.text(u"Model");
    host.hypervisorPresent = fields.flag(u"HypervisorPresent");
}

void applyIovSupport(const cim::Instance& row, model::HostFacts& host, ReadContext& context)
{
    const Fields fields(row, model::Part::IovSupport, {}, context);
    host.iovSupport = fields.flag(u"IOVSupport");
    host.iovSupportReasons = fields.texts(u"IOVSupportReasons");
}

} // namespace hvgpu::hyperv
