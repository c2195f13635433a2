#pragma once

#include <string>

/// What is wrong with the value of an option, for CLI11; empty when it can be used. What may hold a password
/// is not repeated.
namespace hvgpu::cli {

/// One SHA-256 fingerprint of a certificate or several with commas, each for one host where it is named.
[[nodiscard]] std::string notAPin(const std::string& text);
[[nodiscard]] std::string notAUser(const std::string& text);
[[nodiscard]] std::string notAProxy(const std::string& text);

} // namespace hvgpu::cli
