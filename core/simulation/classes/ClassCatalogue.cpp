#include "core/simulation/classes/ClassCatalogue.h"

#include "core/simulation/classes/ClassFileParser.h"
#include "core/simulation/classes/EmbeddedTexts.h"

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

base::Error classFileError(const QString& detail)
{
    return {.layer = base::Layer::Local,
            .code = base::ErrorCode::Internal,
            .operation = u"Read class files"_s,
            .target = {},
            .host = {},
            .httpStatus = {},
            .soapSubcode = {},
            .faultCode = {},
            .nativeCode = {},
            .hostText = {},
            .detail = detail,
            .retryable = false};
}

template <class Declarations>
auto findByName(const Declarations& declarations, QStringView name) -> decltype(declarations.data())
{
    const auto found =
        std::find_if(declarations.begin(), declarations.end(), [name](const auto& declaration) {
            return name.compare(declaration.name, Qt::CaseInsensitive) == 0;
        });
    return found == declarations.end() ? nullptr : &*found;
}

/// Puts what the superclass has in front; a property declared again keeps its place and takes the new marks.
void inherit(ClassInfo& info, const ClassInfo& super)
{
    auto own = std::exchange(info.declaration.properties, super.declaration.properties);
    auto ownDefaults = std::exchange(info.defaults, super.defaults);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto* known = findByName(info.declaration.properties, own[i].name);
        if (known == nullptr) {
            info.declaration.properties.push_back(std::move(own[i]));
            info.defaults.push_back(std::move(ownDefaults[i]));
            continue;
        }
        const auto index = static_cast<std::size_t>(known - info.declaration.properties.data());
        info.declaration.properties[index] = std::move(own[i]);
        if (!ownDefaults[i].isNull())
            info.defaults[index] = std::move(ownDefaults[i]);
    }
    auto methods = super.declaration.methods;
    for (auto& method : info.declaration.methods)
        methods.push_back(std::move(method));
    info.declaration.methods = std::move(methods);
    info.declaration.isAssociation = info.declaration.isAssociation || super.declaration.isAssociation;
}

} // namespace

const PropertyDeclaration* ClassDeclaration::property(QStringView wanted) const
{
    return findByName(properties, wanted);
}

const MethodDeclaration* ClassDeclaration::method(QStringView wanted) const
{
    return findByName(methods, wanted);
}

bool ClassInfo::isA(QStringView className) const
{
    for (const ClassInfo* info = this; info != nullptr; info = info->superClass) {
        if (className.compare(info->declaration.name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void ClassInfo::buildIndex()
{
    m_index.clear();
    for (std::size_t i = 0; i < declaration.properties.size(); ++i)
        m_index.insert(declaration.properties[i].name, static_cast<qsizetype>(i));
}

const ClassCatalogue& ClassCatalogue::builtIn()
{
    static const ClassCatalogue catalogue = [] {
        std::vector<QString> files;
        for (const EmbeddedText& file : embeddedTexts()) {
            if (QByteArray(file.name).endsWith(".classes"))
                files.push_back(QString::fromUtf8(file.text));
        }
        auto parsed = parse(files);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().detail));
        return *std::move(parsed);
    }();
    return catalogue;
}

base::Result<ClassCatalogue> ClassCatalogue::parse(const std::vector<QString>& texts)
{
    ClassCatalogue catalogue;
    for (const QString& text : texts) {
        auto classes = parseClassFile(text);
        if (!classes)
            return base::fail(classFileError(classes.error()));
        for (auto& info : *classes) {
            if (auto added = catalogue.add(std::move(info)); !added)
                return base::fail(added.error());
        }
    }
    return catalogue;
}

bool ClassCatalogue::hasNamespace(QStringView nameSpace) const
{
    return m_namespaces.contains(nameSpace.toString().toLower());
}

const ClassInfo* ClassCatalogue::find(QStringView nameSpace, QStringView className) const
{
    const auto found = m_namespaces.find(nameSpace.toString().toLower());
    return found == m_namespaces.end() ? nullptr : found->second.byName.value(className.toString().toLower());
}

std::vector<const ClassInfo*> ClassCatalogue::classes(QStringView nameSpace) const
{
    std::vector<const ClassInfo*> result;
    const auto found = m_namespaces.find(nameSpace.toString().toLower());
    if (found != m_namespaces.end()) {
        for (const auto& info : found->second.classes)
            result.push_back(info.get());
    }
    return result;
}

std::vector<const ClassInfo*> ClassCatalogue::withDerived(const ClassInfo& info)
{
    std::vector<const ClassInfo*> result{&info};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto derived = result[i]->derived; // result grows below
        result.insert(result.end(), derived.begin(), derived.end());
    }
    return result;
}

base::Result<void> ClassCatalogue::add(std::unique_ptr<ClassInfo> info)
{
    Namespace& space = m_namespaces[info->nameSpace.toLower()];
    space.name = info->nameSpace;
    const QString key = info->declaration.name.toLower();
    if (space.byName.contains(key))
        return base::fail(classFileError(u"class %1 is declared twice"_s.arg(info->declaration.name)));
    if (const QString super = info->declaration.superClass; !super.isEmpty()) {
        const auto found =
            std::find_if(space.classes.begin(), space.classes.end(),
                         [&super](const auto& known) { return known->declaration.name == super; });
        if (found == space.classes.end())
            return base::fail(
                classFileError(u"%1: unknown superclass %2"_s.arg(info->declaration.name, super)));
        inherit(*info, **found);
        info->superClass = found->get();
        (*found)->derived.push_back(info.get());
    }
    if (auto overridden = applyOverrides(*info); !overridden)
        return base::fail(classFileError(overridden.error()));
    info->buildIndex();
    space.byName.insert(key, info.get());
    space.classes.push_back(std::move(info));
    return {};
}

} // namespace hvgpu::simulation
