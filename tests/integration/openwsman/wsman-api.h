#pragma once

// What libvirt's Hyper-V driver uses of libwsman's client API, under the names and with the types that it
// expects.

#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>

#define XML_NS_SOAP_1_2 "http://www.w3.org/2003/05/soap-envelope"
#define XML_NS_ADDRESSING "http://schemas.xmlsoap.org/ws/2004/08/addressing"
#define XML_NS_ENUMERATION "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
#define XML_NS_WS_MAN "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"

#define WSA_ADDRESS "Address"
#define WSA_EPR "EndpointReference"
#define WSA_REFERENCE_PARAMETERS "ReferenceParameters"
#define WSENUM_ITEMS "Items"
#define WSENUM_PULL_RESP "PullResponse"
#define WSM_WQL_FILTER_DIALECT "http://schemas.microsoft.com/wbem/wsman/1/WQL"

// Messages for whoever wants them

typedef enum {
    DEBUG_LEVEL_NONE = -1,
    DEBUG_LEVEL_ALWAYS,
    DEBUG_LEVEL_ERROR,
    DEBUG_LEVEL_CRITICAL,
    DEBUG_LEVEL_WARNING,
    DEBUG_LEVEL_MESSAGE,
    DEBUG_LEVEL_INFO,
    DEBUG_LEVEL_DEBUG
} debug_level_e;

typedef void (*debug_fn)(const char* message, debug_level_e level, void* user_data);
unsigned int debug_add_handler(debug_fn handler, debug_level_e level, void* user_data);

// XML tree

typedef xmlDocPtr WsXmlDocH;
typedef xmlNodePtr WsXmlNodeH;
typedef xmlNsPtr WsXmlNsH;
typedef xmlAttrPtr WsXmlAttrH;

WsXmlDocH ws_xml_create_doc(const char* ns, const char* root_name);
void ws_xml_destroy_doc(WsXmlDocH doc);
WsXmlNodeH xml_parser_get_root(WsXmlDocH doc);
WsXmlNodeH ws_xml_get_soap_envelope(WsXmlDocH doc);
WsXmlNodeH ws_xml_get_soap_body(WsXmlDocH doc);
/// The child at this position among those of that name; without a name among all of them.
WsXmlNodeH ws_xml_get_child(WsXmlNodeH parent, int index, const char* ns, const char* name);
WsXmlNodeH ws_xml_add_child(WsXmlNodeH parent, const char* ns, const char* name, const char* text);
WsXmlAttrH ws_xml_add_node_attr(WsXmlNodeH node, const char* ns, const char* name, const char* value);
WsXmlNsH ws_xml_ns_add(WsXmlNodeH node, const char* uri, const char* prefix);
void ws_xml_set_ns(WsXmlNodeH node, const char* uri, const char* prefix);
void ws_xml_duplicate_tree(WsXmlNodeH to, WsXmlNodeH from);
/// The whole document of the node, indented and with a declaration; to be freed.
void ws_xml_dump_memory_node_tree(WsXmlNodeH node, char** text, int* size);
/// The text of the first match; prefixes are those that the answer itself declares. To be freed.
char* ws_xml_get_xpath_value(WsXmlDocH doc, char* expression);

// Structs from instances

typedef void* XML_TYPE_PTR;
typedef int XML_TYPE_BOOL;
typedef char* XML_TYPE_STR;
typedef int8_t XML_TYPE_INT8;
typedef int16_t XML_TYPE_INT16;
typedef int32_t XML_TYPE_INT32;
typedef int64_t XML_TYPE_INT64;
typedef uint8_t XML_TYPE_UINT8;
typedef uint16_t XML_TYPE_UINT16;
typedef uint32_t XML_TYPE_UINT32;
typedef uint64_t XML_TYPE_UINT64;
typedef struct
{
    unsigned int count;
    XML_TYPE_PTR data;
} XML_TYPE_DYN_ARRAY;

typedef enum {
    XML_KIND_NONE,
    XML_KIND_BOOL,
    XML_KIND_SIGNED,
    XML_KIND_UNSIGNED,
    XML_KIND_STRING,
    XML_KIND_ARRAY,
    XML_KIND_STRUCT
} XmlKind;

typedef struct _XmlSerializerInfo XmlSerializerInfo;
/// A member of a struct and the property that it is filled from.
struct _XmlSerializerInfo
{
    const char* ns;
    const char* name;
    XmlKind kind;
    size_t size;
    size_t alignment;
    XmlSerializerInfo* parts; ///< members of a struct; what an array consists of
};

#define SER_ITEM(ns, name, kind, type, parts)                                                                \
    {                                                                                                        \
        (ns), (name), kind, sizeof(type), _Alignof(type), (parts)                                            \
    }
#define SER_END                                                                                              \
    {                                                                                                        \
        NULL, NULL, XML_KIND_NONE, 0, 0, NULL                                                                \
    }
#define SER_NS_BOOL(ns, name, count) SER_ITEM(ns, name, XML_KIND_BOOL, XML_TYPE_BOOL, NULL)
#define SER_NS_STR(ns, name, count) SER_ITEM(ns, name, XML_KIND_STRING, XML_TYPE_STR, NULL)
#define SER_NS_INT8(ns, name, count) SER_ITEM(ns, name, XML_KIND_SIGNED, XML_TYPE_INT8, NULL)
#define SER_NS_INT16(ns, name, count) SER_ITEM(ns, name, XML_KIND_SIGNED, XML_TYPE_INT16, NULL)
#define SER_NS_INT32(ns, name, count) SER_ITEM(ns, name, XML_KIND_SIGNED, XML_TYPE_INT32, NULL)
#define SER_NS_INT64(ns, name, count) SER_ITEM(ns, name, XML_KIND_SIGNED, XML_TYPE_INT64, NULL)
#define SER_NS_UINT8(ns, name, count) SER_ITEM(ns, name, XML_KIND_UNSIGNED, XML_TYPE_UINT8, NULL)
#define SER_NS_UINT16(ns, name, count) SER_ITEM(ns, name, XML_KIND_UNSIGNED, XML_TYPE_UINT16, NULL)
#define SER_NS_UINT32(ns, name, count) SER_ITEM(ns, name, XML_KIND_UNSIGNED, XML_TYPE_UINT32, NULL)
#define SER_NS_UINT64(ns, name, count) SER_ITEM(ns, name, XML_KIND_UNSIGNED, XML_TYPE_UINT64, NULL)
#define SER_NS_DYN_ARRAY(ns, name, min, max, type)                                                           \
    SER_ITEM(ns, name, XML_KIND_ARRAY, XML_TYPE_DYN_ARRAY, type##_TypeInfo)

#define SER_TYPEINFO(type, item) XmlSerializerInfo type##_TypeInfo[] = {item, SER_END}
#define SER_TYPEINFO_BOOL SER_TYPEINFO(bool, SER_NS_BOOL(NULL, "bool", 1))
#define SER_TYPEINFO_STRING SER_TYPEINFO(string, SER_NS_STR(NULL, "string", 1))
#define SER_TYPEINFO_INT8 SER_TYPEINFO(int8, SER_NS_INT8(NULL, "int8", 1))
#define SER_TYPEINFO_INT16 SER_TYPEINFO(int16, SER_NS_INT16(NULL, "int16", 1))
#define SER_TYPEINFO_INT32 SER_TYPEINFO(int32, SER_NS_INT32(NULL, "int32", 1))
#define SER_TYPEINFO_UINT8 SER_TYPEINFO(uint8, SER_NS_UINT8(NULL, "uint8", 1))
#define SER_TYPEINFO_UINT16 SER_TYPEINFO(uint16, SER_NS_UINT16(NULL, "uint16", 1))
#define SER_TYPEINFO_UINT32 SER_TYPEINFO(uint32, SER_NS_UINT32(NULL, "uint32", 1))

#define SER_DECLARE_TYPE(type)                                                                               \
    extern XmlSerializerInfo type##_TypeInfo[];                                                              \
    extern XmlSerializerInfo type##_TypeItems[]
#define SER_START_ITEMS(type) XmlSerializerInfo type##_TypeItems[] = {
#define SER_END_ITEMS(type)                                                                                  \
    SER_END                                                                                                  \
    }                                                                                                        \
    ;                                                                                                        \
    SER_TYPEINFO(type, SER_ITEM(NULL, NULL, XML_KIND_STRUCT, type, type##_TypeItems))

typedef void* WsSerializerContextH;

/// A struct filled from the child of that name; NULL when a property is missing or not what the struct wants.
void* ws_deserialize(WsSerializerContextH context, WsXmlNodeH parent, XmlSerializerInfo* info,
                     const char* name, const char* ns, void** attributes, int index, int output);
int ws_serializer_free_mem(WsSerializerContextH context, XML_TYPE_PTR data, XmlSerializerInfo* info);

// Client

#define FLAG_ENUMERATION_ENUM_EPR 0x0080
#define WS_LASTERR_OK 0

typedef struct _WsManClient WsManClient;
typedef struct _client_opt_t client_opt_t;
typedef struct _filter_t filter_t;
typedef struct
{
    char* code;
    char* subcode;
    char* reason;
    char* fault_detail;
} WsManFault;

WsManClient* wsmc_create(const char* host, int port, const char* path, const char* scheme, const char* user,
                         const char* password);
void wsmc_release(WsManClient* client);
int wsmc_transport_init(WsManClient* client, void* unused);
void wsman_transport_set_auth_method(WsManClient* client, const char* method);
char* wsman_transport_get_last_error_string(int error);
int wsmc_get_last_error(WsManClient* client);
long wsmc_get_response_code(WsManClient* client);
WsSerializerContextH wsmc_get_serialization_context(WsManClient* client);

client_opt_t* wsmc_options_init(void);
void wsmc_options_destroy(client_opt_t* options);
void wsmc_set_action_option(client_opt_t* options, unsigned int flag);
void wsmc_add_selectors_from_str(client_opt_t* options, const char* pairs);
void wsmc_add_prop_from_str(client_opt_t* options, const char* pairs);

filter_t* filter_create_simple(const char* dialect, const char* query);
void filter_destroy(filter_t* filter);

WsXmlDocH wsmc_action_enumerate(WsManClient* client, const char* resource, client_opt_t* options,
                                filter_t* filter);
WsXmlDocH wsmc_action_pull(WsManClient* client, const char* resource, client_opt_t* options, filter_t* filter,
                           const char* context);
/// Input comes from the properties of the options, or else from the document.
WsXmlDocH wsmc_action_invoke(WsManClient* client, const char* resource, client_opt_t* options,
                             const char* method, WsXmlDocH input);
char* wsmc_get_enum_context(WsXmlDocH answer);

int wsmc_check_for_fault(WsXmlDocH answer);
WsManFault* wsmc_fault_new(void);
void wsmc_get_fault_data(WsXmlDocH answer, WsManFault* fault);
void wsmc_fault_destroy(WsManFault* fault);

/// To the handler that was added, for the sources of this folder.
void wsman_report(debug_level_e level, const char* format, ...);
