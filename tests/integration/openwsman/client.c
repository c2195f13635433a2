#include "wsman-api.h"

#include <curl/curl.h>
#include <libxml/parser.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define ANONYMOUS XML_NS_ADDRESSING "/role/anonymous"

struct _WsManClient
{
    CURL* curl;
    char* url;
    xmlBufferPtr answer;
    CURLcode error;
    long status;
};

typedef struct Pair Pair;
struct Pair
{
    char* name;
    char* value;
    Pair* next;
};

struct _client_opt_t
{
    unsigned int flags;
    Pair* selectors;
    Pair* properties;
};

struct _filter_t
{
    char* dialect;
    char* query;
};

static debug_fn reportHandler;
static debug_level_e reportLevel = DEBUG_LEVEL_NONE;
static void* reportData;

unsigned int debug_add_handler(debug_fn handler, debug_level_e level, void* user_data)
{
    reportHandler = handler;
    reportLevel = level;
    reportData = user_data;
    return 1;
}

void wsman_report(debug_level_e level, const char* format, ...)
{
    char message[1000];
    va_list arguments;
    if (reportHandler == NULL || level > reportLevel)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    reportHandler(message, level, reportData);
}

// Options

client_opt_t* wsmc_options_init(void)
{
    return calloc(1, sizeof(client_opt_t));
}

static void freePairs(Pair* pairs)
{
    while (pairs != NULL) {
        Pair* next = pairs->next;
        free(pairs->name);
        free(pairs->value);
        free(pairs);
        pairs = next;
    }
}

void wsmc_options_destroy(client_opt_t* options)
{
    if (options == NULL)
        return;
    freePairs(options->selectors);
    freePairs(options->properties);
    free(options);
}

void wsmc_set_action_option(client_opt_t* options, unsigned int flag)
{
    options->flags |= flag;
}

static char* unquoted(const char* text)
{
    const size_t length = strlen(text);
    const int quoted = length >= 2 && text[0] == '"' && text[length - 1] == '"';
    return quoted ? strndup(text + 1, length - 2) : strdup(text);
}

// "name=value&name=value"; libwsman separates at commas too.
static Pair* parsePairs(const char* text)
{
    char* copy = strdup(text);
    char* rest = NULL;
    Pair* first = NULL;
    Pair** end = &first;
    for (char* part = strtok_r(copy, "&,", &rest); part != NULL; part = strtok_r(NULL, "&,", &rest)) {
        char* value = strchr(part, '=');
        if (value == NULL)
            continue;
        *value++ = '\0';
        *end = calloc(1, sizeof(Pair));
        (*end)->name = strdup(part);
        (*end)->value = unquoted(value);
        end = &(*end)->next;
    }
    free(copy);
    return first;
}

void wsmc_add_selectors_from_str(client_opt_t* options, const char* pairs)
{
    freePairs(options->selectors);
    options->selectors = parsePairs(pairs);
}

void wsmc_add_prop_from_str(client_opt_t* options, const char* pairs)
{
    freePairs(options->properties);
    options->properties = parsePairs(pairs);
}

filter_t* filter_create_simple(const char* dialect, const char* query)
{
    filter_t* filter = calloc(1, sizeof(filter_t));
    filter->dialect = strdup(dialect);
    filter->query = strdup(query);
    return filter;
}

void filter_destroy(filter_t* filter)
{
    if (filter == NULL)
        return;
    free(filter->dialect);
    free(filter->query);
    free(filter);
}

// HTTP

static size_t keep(char* bytes, size_t size, size_t count, void* client)
{
    xmlBufferAdd(((WsManClient*)client)->answer, (const xmlChar*)bytes, (int)(size * count));
    return size * count;
}

WsManClient* wsmc_create(const char* host, int port, const char* path, const char* scheme, const char* user,
                         const char* password)
{
    char url[1000];
    WsManClient* client = calloc(1, sizeof(WsManClient));
    snprintf(url, sizeof(url), "%s://%s:%d%s", scheme, host, port, path);
    client->url = strdup(url);
    client->answer = xmlBufferCreate();
    client->curl = curl_easy_init();
    curl_easy_setopt(client->curl, CURLOPT_URL, url);
    curl_easy_setopt(client->curl, CURLOPT_USERNAME, user);
    curl_easy_setopt(client->curl, CURLOPT_PASSWORD, password);
    curl_easy_setopt(client->curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(client->curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(client->curl, CURLOPT_WRITEDATA, client);
    return client;
}

void wsmc_release(WsManClient* client)
{
    curl_easy_cleanup(client->curl);
    xmlBufferFree(client->answer);
    free(client->url);
    free(client);
}

int wsmc_transport_init(WsManClient* client, void* unused)
{
    (void)unused;
    return client->curl == NULL;
}

void wsman_transport_set_auth_method(WsManClient* client, const char* method)
{
    (void)method; // libvirt knows no other than Basic
    curl_easy_setopt(client->curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
}

char* wsman_transport_get_last_error_string(int error)
{
    return (char*)curl_easy_strerror((CURLcode)error);
}

int wsmc_get_last_error(WsManClient* client)
{
    return (int)client->error;
}

long wsmc_get_response_code(WsManClient* client)
{
    return client->status;
}

WsSerializerContextH wsmc_get_serialization_context(WsManClient* client)
{
    return client;
}

/// Sends and frees the request; the answer when it is XML.
static WsXmlDocH answerTo(WsManClient* client, WsXmlDocH request)
{
    xmlChar* text = NULL;
    int size = 0;
    xmlDocDumpMemoryEnc(request, &text, &size, "UTF-8");
    xmlFreeDoc(request);
    xmlBufferEmpty(client->answer);
    struct curl_slist* headers = curl_slist_append(NULL, "Content-Type: application/soap+xml;charset=UTF-8");
    curl_easy_setopt(client->curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(client->curl, CURLOPT_POSTFIELDS, text);
    curl_easy_setopt(client->curl, CURLOPT_POSTFIELDSIZE, (long)size);
    client->status = 0;
    client->error = curl_easy_perform(client->curl);
    curl_easy_getinfo(client->curl, CURLINFO_RESPONSE_CODE, &client->status);
    curl_slist_free_all(headers);
    xmlFree(text);
    if (client->error != CURLE_OK || xmlBufferLength(client->answer) == 0)
        return NULL;
    return xmlReadMemory((const char*)xmlBufferContent(client->answer), xmlBufferLength(client->answer), NULL,
                         NULL, XML_PARSE_NONET);
}

// Envelopes

static void addMessageId(xmlNodePtr header)
{
    unsigned char b[16] = {0};
    char id[60];
    if (getrandom(b, sizeof(b), 0) != (ssize_t)sizeof(b))
        wsman_report(DEBUG_LEVEL_WARNING, "no random bytes for a message id");
    snprintf(id, sizeof(id), "uuid:%02x%02x%02x%02x-%02x%02x-4%01x%02x-8%01x%02x-%02x%02x%02x%02x%02x%02x",
             b[0], b[1], b[2], b[3], b[4], b[5], b[6] & 15, b[7], b[8] & 15, b[9], b[10], b[11], b[12], b[13],
             b[14], b[15]);
    ws_xml_add_child(header, XML_NS_ADDRESSING, "MessageID", id);
}

static void addMandatory(xmlNodePtr header, const char* ns, const char* name, const char* text)
{
    ws_xml_add_node_attr(ws_xml_add_child(header, ns, name, text), XML_NS_SOAP_1_2, "mustUnderstand", "true");
}

/// An envelope with an empty body.
static WsXmlDocH request(const WsManClient* client, const char* resource, const char* action,
                         const client_opt_t* options)
{
    const WsXmlDocH doc = ws_xml_create_doc(NULL, "Envelope");
    const xmlNodePtr envelope = xml_parser_get_root(doc);
    ws_xml_set_ns(envelope, XML_NS_SOAP_1_2, "s");
    ws_xml_ns_add(envelope, XML_NS_ADDRESSING, "wsa");
    ws_xml_ns_add(envelope, XML_NS_ENUMERATION, "wsen");
    ws_xml_ns_add(envelope, XML_NS_WS_MAN, "wsman");
    const xmlNodePtr header = ws_xml_add_child(envelope, XML_NS_SOAP_1_2, "Header", NULL);
    addMandatory(header, XML_NS_ADDRESSING, "Action", action);
    addMandatory(header, XML_NS_ADDRESSING, "To", client->url);
    addMandatory(header, XML_NS_WS_MAN, "ResourceURI", resource);
    addMessageId(header);
    const xmlNodePtr replyTo = ws_xml_add_child(header, XML_NS_ADDRESSING, "ReplyTo", NULL);
    ws_xml_add_child(replyTo, XML_NS_ADDRESSING, WSA_ADDRESS, ANONYMOUS);
    if (options->selectors != NULL) {
        const xmlNodePtr set = ws_xml_add_child(header, XML_NS_WS_MAN, "SelectorSet", NULL);
        for (const Pair* one = options->selectors; one != NULL; one = one->next)
            ws_xml_add_node_attr(ws_xml_add_child(set, XML_NS_WS_MAN, "Selector", one->value), NULL, "Name",
                                 one->name);
    }
    ws_xml_add_child(envelope, XML_NS_SOAP_1_2, "Body", NULL);
    return doc;
}

WsXmlDocH wsmc_action_enumerate(WsManClient* client, const char* resource, client_opt_t* options,
                                filter_t* filter)
{
    const WsXmlDocH doc = request(client, resource, XML_NS_ENUMERATION "/Enumerate", options);
    const xmlNodePtr enumerate =
        ws_xml_add_child(ws_xml_get_soap_body(doc), XML_NS_ENUMERATION, "Enumerate", NULL);
    if ((options->flags & FLAG_ENUMERATION_ENUM_EPR) != 0)
        ws_xml_add_child(enumerate, XML_NS_WS_MAN, "EnumerationMode", "EnumerateEPR");
    ws_xml_add_node_attr(ws_xml_add_child(enumerate, XML_NS_WS_MAN, "Filter", filter->query), NULL, "Dialect",
                         filter->dialect);
    return answerTo(client, doc);
}

WsXmlDocH wsmc_action_pull(WsManClient* client, const char* resource, client_opt_t* options, filter_t* filter,
                           const char* context)
{
    (void)filter;
    const WsXmlDocH doc = request(client, resource, XML_NS_ENUMERATION "/Pull", options);
    const xmlNodePtr pull = ws_xml_add_child(ws_xml_get_soap_body(doc), XML_NS_ENUMERATION, "Pull", NULL);
    ws_xml_add_child(pull, XML_NS_ENUMERATION, "EnumerationContext", context);
    return answerTo(client, doc);
}

WsXmlDocH wsmc_action_invoke(WsManClient* client, const char* resource, client_opt_t* options,
                             const char* method, WsXmlDocH input)
{
    char action[1000];
    char wrapper[200];
    snprintf(action, sizeof(action), "%s/%s", resource, method);
    snprintf(wrapper, sizeof(wrapper), "%s_INPUT", method);
    const WsXmlDocH doc = request(client, resource, action, options);
    const xmlNodePtr body = ws_xml_get_soap_body(doc);
    if (options->properties != NULL) {
        const xmlNodePtr parameters = ws_xml_add_child(body, resource, wrapper, NULL);
        for (const Pair* one = options->properties; one != NULL; one = one->next)
            ws_xml_add_child(parameters, resource, one->name, one->value);
    } else if (input != NULL) {
        ws_xml_duplicate_tree(body, xml_parser_get_root(input));
    }
    return answerTo(client, doc);
}

// Answers

static char* textOf(xmlNodePtr node)
{
    return node == NULL ? NULL : (char*)xmlNodeGetContent(node);
}

char* wsmc_get_enum_context(WsXmlDocH answer)
{
    const xmlNodePtr content = ws_xml_get_child(ws_xml_get_soap_body(answer), 0, NULL, NULL);
    return textOf(ws_xml_get_child(content, 0, XML_NS_ENUMERATION, "EnumerationContext"));
}

static xmlNodePtr faultOf(WsXmlDocH answer)
{
    return ws_xml_get_child(ws_xml_get_soap_body(answer), 0, XML_NS_SOAP_1_2, "Fault");
}

int wsmc_check_for_fault(WsXmlDocH answer)
{
    return faultOf(answer) != NULL;
}

WsManFault* wsmc_fault_new(void)
{
    return calloc(1, sizeof(WsManFault));
}

void wsmc_get_fault_data(WsXmlDocH answer, WsManFault* fault)
{
    const xmlNodePtr node = faultOf(answer);
    const xmlNodePtr code = ws_xml_get_child(node, 0, XML_NS_SOAP_1_2, "Code");
    const xmlNodePtr subcode = ws_xml_get_child(code, 0, XML_NS_SOAP_1_2, "Subcode");
    fault->code = textOf(ws_xml_get_child(code, 0, XML_NS_SOAP_1_2, "Value"));
    fault->subcode = textOf(ws_xml_get_child(subcode, 0, XML_NS_SOAP_1_2, "Value"));
    fault->reason = textOf(ws_xml_get_child(node, 0, XML_NS_SOAP_1_2, "Reason"));
    fault->fault_detail = textOf(ws_xml_get_child(node, 0, XML_NS_SOAP_1_2, "Detail"));
}

void wsmc_fault_destroy(WsManFault* fault)
{
    xmlFree(fault->code);
    xmlFree(fault->subcode);
    xmlFree(fault->reason);
    xmlFree(fault->fault_detail);
    free(fault);
}
