#include "wsman-api.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

WsXmlDocH ws_xml_create_doc(const char* ns, const char* root_name)
{
    const xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    const xmlNodePtr root = xmlNewDocNode(doc, NULL, BAD_CAST root_name, NULL);
    xmlDocSetRootElement(doc, root);
    if (ns != NULL)
        ws_xml_set_ns(root, ns, NULL);
    return doc;
}

void ws_xml_destroy_doc(WsXmlDocH doc)
{
    xmlFreeDoc(doc);
}

WsXmlNodeH xml_parser_get_root(WsXmlDocH doc)
{
    return doc == NULL ? NULL : xmlDocGetRootElement(doc);
}

WsXmlNodeH ws_xml_get_soap_envelope(WsXmlDocH doc)
{
    const xmlNodePtr root = xml_parser_get_root(doc);
    return root != NULL && strcmp((const char*)root->name, "Envelope") == 0 ? root : NULL;
}

WsXmlNodeH ws_xml_get_soap_body(WsXmlDocH doc)
{
    return ws_xml_get_child(ws_xml_get_soap_envelope(doc), 0, XML_NS_SOAP_1_2, "Body");
}

static int isNamed(xmlNodePtr node, const char* ns, const char* name)
{
    if (name != NULL && strcmp((const char*)node->name, name) != 0)
        return 0;
    return ns == NULL || (node->ns != NULL && strcmp((const char*)node->ns->href, ns) == 0);
}

WsXmlNodeH ws_xml_get_child(WsXmlNodeH parent, int index, const char* ns, const char* name)
{
    xmlNodePtr child = parent == NULL ? NULL : xmlFirstElementChild(parent);
    for (; child != NULL; child = xmlNextElementSibling(child))
        if (isNamed(child, ns, name) && index-- == 0)
            return child;
    return NULL;
}

static xmlNsPtr namespaceFor(xmlNodePtr node, const char* uri)
{
    if (uri == NULL)
        return NULL;
    const xmlNsPtr known = xmlSearchNsByHref(node->doc, node, BAD_CAST uri);
    return known != NULL ? known : xmlNewNs(node, BAD_CAST uri, BAD_CAST "n1");
}

WsXmlNodeH ws_xml_add_child(WsXmlNodeH parent, const char* ns, const char* name, const char* text)
{
    const xmlNodePtr child = xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST text);
    xmlSetNs(child, namespaceFor(child, ns));
    return child;
}

WsXmlAttrH ws_xml_add_node_attr(WsXmlNodeH node, const char* ns, const char* name, const char* value)
{
    return xmlNewNsProp(node, namespaceFor(node, ns), BAD_CAST name, BAD_CAST value);
}

WsXmlNsH ws_xml_ns_add(WsXmlNodeH node, const char* uri, const char* prefix)
{
    return xmlNewNs(node, BAD_CAST uri, BAD_CAST prefix);
}

void ws_xml_set_ns(WsXmlNodeH node, const char* uri, const char* prefix)
{
    xmlSetNs(node, ws_xml_ns_add(node, uri, prefix));
}

// As libwsman does it, text that came as a CDATA section is afterwards text with escapes.
void ws_xml_duplicate_tree(WsXmlNodeH to, WsXmlNodeH from)
{
    const int isLeaf = xmlFirstElementChild(from) == NULL;
    xmlChar* text = isLeaf ? xmlNodeGetContent(from) : NULL;
    const char* ns = from->ns == NULL ? NULL : (const char*)from->ns->href;
    const xmlNodePtr copy = ws_xml_add_child(to, ns, (const char*)from->name, (const char*)text);
    xmlFree(text);
    for (xmlAttrPtr attribute = from->properties; attribute != NULL; attribute = attribute->next) {
        xmlChar* value = xmlNodeGetContent((xmlNodePtr)attribute);
        ws_xml_add_node_attr(copy, attribute->ns == NULL ? NULL : (const char*)attribute->ns->href,
                             (const char*)attribute->name, (const char*)value);
        xmlFree(value);
    }
    for (xmlNodePtr child = xmlFirstElementChild(from); child != NULL; child = xmlNextElementSibling(child))
        ws_xml_duplicate_tree(copy, child);
}

void ws_xml_dump_memory_node_tree(WsXmlNodeH node, char** text, int* size)
{
    xmlDocDumpFormatMemory(node->doc, (xmlChar**)text, size, 1);
}

static void registerPrefixes(xmlXPathContextPtr context, xmlNodePtr node)
{
    if (node == NULL)
        return;
    xmlNsPtr* all = xmlGetNsList(node->doc, node);
    for (xmlNsPtr* one = all; one != NULL && *one != NULL; ++one)
        if ((*one)->prefix != NULL)
            xmlXPathRegisterNs(context, (*one)->prefix, (*one)->href);
    xmlFree(all);
}

char* ws_xml_get_xpath_value(WsXmlDocH doc, char* expression)
{
    if (doc == NULL)
        return NULL;
    char* value = NULL;
    const xmlXPathContextPtr context = xmlXPathNewContext(doc);
    registerPrefixes(context, xml_parser_get_root(doc));
    registerPrefixes(context, ws_xml_get_child(ws_xml_get_soap_body(doc), 0, NULL, NULL));
    const xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression, context);
    if (found != NULL && !xmlXPathNodeSetIsEmpty(found->nodesetval))
        value = (char*)xmlNodeListGetString(doc, found->nodesetval->nodeTab[0]->children, 1);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return value;
}
