#pragma once

#include <curl/curl.h>

#include <memory>

namespace hvgpu::wsman {

struct CurlEasyCleanup
{
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct CurlMultiCleanup
{
    void operator()(CURLM* handle) const noexcept { curl_multi_cleanup(handle); }
};
struct CurlListCleanup
{
    void operator()(curl_slist* list) const noexcept;
};

using CurlEasy = std::unique_ptr<CURL, CurlEasyCleanup>;
using CurlMulti = std::unique_ptr<CURLM, CurlMultiCleanup>;
using CurlList =
    std::unique_ptr<curl_slist, CurlListCleanup>; ///< wiped when it goes: it may hold credentials

} // namespace hvgpu::wsman
