#include "wsman-api.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

// What is missing is an error, as in libwsman: an instance of Windows carries every scalar of its class, NULL
// or not.

static size_t aligned(size_t offset, size_t alignment)
{
    return (offset + alignment - 1) / alignment * alignment;
}

static void storeInteger(void* to, size_t size, uint64_t value)
{
    const uint8_t byte = (uint8_t)value;
    const uint16_t word = (uint16_t)value;
    const uint32_t half = (uint32_t)value;
    switch (size) {
    case sizeof(byte):
        memcpy(to, &byte, size);
        break;
    case sizeof(word):
        memcpy(to, &word, size);
        break;
    case sizeof(half):
        memcpy(to, &half, size);
        break;
    default:
        memcpy(to, &value, size);
    }
}

// Both read a number that fits into the size, or fail.
static int readSigned(const char* text, size_t size, void* to)
{
    const int unused = (int)(64 - size * 8);
    char* end = NULL;
    errno = 0;
    const int64_t value = strtoll(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || value > INT64_MAX >> unused ||
        value < INT64_MIN >> unused)
        return 0;
    storeInteger(to, size, (uint64_t)value);
    return 1;
}

static int readUnsigned(const char* text, size_t size, void* to)
{
    const int unused = (int)(64 - size * 8);
    char* end = NULL;
    errno = 0;
    const uint64_t value = strtoull(text, &end, 10);
    if (errno != 0 || *text == '-' || end == text || *end != '\0' || value > UINT64_MAX >> unused)
        return 0;
    storeInteger(to, size, value);
    return 1;
}

// An empty boolean is true for libwsman.
static int readBool(const char* text, void* to)
{
    XML_TYPE_BOOL value = 1;
    if (strcmp(text, "false") == 0 || strcmp(text, "0") == 0)
        value = 0;
    else if (*text != '\0' && strcmp(text, "true") != 0 && strcmp(text, "1") != 0)
        return 0;
    memcpy(to, &value, sizeof(value));
    return 1;
}

static int readText(const XmlSerializerInfo* info, const char* text, void* to)
{
    switch (info->kind) {
    case XML_KIND_BOOL:
        return readBool(text, to);
    case XML_KIND_SIGNED:
        return *text == '\0' || readSigned(text, info->size, to);
    case XML_KIND_UNSIGNED:
        return *text == '\0' || readUnsigned(text, info->size, to);
    default:
        break;
    }
    char* copy = *text == '\0' ? NULL : strdup(text);
    memcpy(to, &copy, sizeof(copy));
    return 1;
}

static int readScalar(const XmlSerializerInfo* info, xmlNodePtr node, void* to)
{
    xmlChar* text = xmlNodeGetContent(node);
    const int good = text != NULL && readText(info, (const char*)text, to);
    if (!good)
        wsman_report(DEBUG_LEVEL_ERROR, "%s is not what is expected: %s", (const char*)node->name,
                     (const char*)text);
    xmlFree(text);
    return good;
}

static int isNil(xmlNodePtr node)
{
    xmlChar* nil = xmlGetNsProp(node, BAD_CAST "nil", BAD_CAST "http://www.w3.org/2001/XMLSchema-instance");
    const int yes = nil != NULL && strcmp((const char*)nil, "true") == 0;
    xmlFree(nil);
    return yes;
}

// libwsman counts a NULL array as one element that is empty.
static int readArray(const XmlSerializerInfo* info, xmlNodePtr parent, XML_TYPE_DYN_ARRAY* array)
{
    const XmlSerializerInfo* element = info->parts;
    while (ws_xml_get_child(parent, (int)array->count, info->ns, info->name) != NULL)
        ++array->count;
    array->data = calloc(array->count + 1, element->size);
    for (unsigned int i = 0; i < array->count; ++i) {
        const xmlNodePtr node = ws_xml_get_child(parent, (int)i, info->ns, info->name);
        if (!isNil(node) && !readScalar(element, node, (char*)array->data + i * element->size))
            return 0;
    }
    return 1;
}

static int readMember(const XmlSerializerInfo* info, xmlNodePtr parent, void* to)
{
    if (info->kind == XML_KIND_ARRAY)
        return readArray(info, parent, to);
    const xmlNodePtr node = ws_xml_get_child(parent, 0, info->ns, info->name);
    if (node == NULL || ws_xml_get_child(parent, 1, info->ns, info->name) != NULL) {
        wsman_report(DEBUG_LEVEL_ERROR, "%s has %s property %s", (const char*)parent->name,
                     node == NULL ? "no" : "more than one", info->name);
        return 0;
    }
    return readScalar(info, node, to);
}

void* ws_deserialize(WsSerializerContextH context, WsXmlNodeH parent, XmlSerializerInfo* info,
                     const char* name, const char* ns, void** attributes, int index, int output)
{
    (void)context, (void)attributes, (void)output;
    const xmlNodePtr node = ws_xml_get_child(parent, index, ns, name);
    if (node == NULL)
        return NULL;
    char* data = calloc(1, info->size);
    size_t offset = 0;
    for (const XmlSerializerInfo* member = info->parts; member->kind != XML_KIND_NONE; ++member) {
        offset = aligned(offset, member->alignment);
        if (!readMember(member, node, data + offset)) {
            ws_serializer_free_mem(context, data, info);
            return NULL;
        }
        offset += member->size;
    }
    return data;
}

static void freeString(const void* at)
{
    char* text = NULL;
    memcpy(&text, at, sizeof(text));
    free(text);
}

static void freeArray(const XML_TYPE_DYN_ARRAY* array, const XmlSerializerInfo* element)
{
    for (unsigned int i = 0; array->data != NULL && element->kind == XML_KIND_STRING && i < array->count; ++i)
        freeString((char*)array->data + i * element->size);
    free(array->data);
}

int ws_serializer_free_mem(WsSerializerContextH context, XML_TYPE_PTR data, XmlSerializerInfo* info)
{
    (void)context;
    size_t offset = 0;
    for (const XmlSerializerInfo* member = info->parts; member->kind != XML_KIND_NONE; ++member) {
        offset = aligned(offset, member->alignment);
        void* at = (char*)data + offset;
        if (member->kind == XML_KIND_STRING)
            freeString(at);
        else if (member->kind == XML_KIND_ARRAY)
            freeArray(at, member->parts);
        offset += member->size;
    }
    free(data);
    return 0;
}
