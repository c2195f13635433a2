#include "core/wmi/wsman/CurlTransfer.h"

#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/WipedMemory.h"

#include <algorithm>
#include <mutex>

using std::chrono::steady_clock;

namespace hvgpu::wsman {

void CurlListCleanup::operator()(curl_slist* list) const noexcept
{
    for (curl_slist* item = list; item != nullptr; item = item->next) {
        volatile char* text = item->data;
        while (*text != '\0')
            *text++ = '\0';
    }
    curl_slist_free_all(list);
}

bool initialiseCurl()
{
    static std::once_flag once;
    static CURLcode result = CURLE_OK;
    std::call_once(once, [] {
        result = curl_global_init_mem(CURL_GLOBAL_DEFAULT, wiped::allocate, wiped::release, wiped::resize,
                                      wiped::duplicate, wiped::allocateZeroed);
    });
    return result == CURLE_OK;
}

TransferEnd runTransfer(CURLM* multi, const std::stop_token& stop, steady_clock::time_point end)
{
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    for (;;) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return {.result = CURLE_FAILED_INIT};
        int queued = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &queued)) {
            if (message->msg == CURLMSG_DONE)
                return {.result = message->data.result};
        }
        const auto now = steady_clock::now();
        const bool stopped = stop.stop_requested();
        if (stopped || now >= end)
            return {.result = CURLE_ABORTED_BY_CALLBACK, .stopped = stopped, .timedOut = now >= end};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
        curl_multi_poll(multi, nullptr, 0, static_cast<int>(std::min<std::int64_t>(left, 60'000)), nullptr);
    }
}

QByteArray certificateOf(CURL* easy)
{
    curl_certinfo* info = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &info) != CURLE_OK || info == nullptr ||
        info->num_of_certs < 1)
        return {};
    for (const curl_slist* line = info->certinfo[0]; line != nullptr; line = line->next) {
        const QByteArrayView text(line->data);
        if (text.startsWith("Cert:"))
            return derFromPem(text.sliced(5).toByteArray());
    }
    return {};
}

} // namespace hvgpu::wsman
