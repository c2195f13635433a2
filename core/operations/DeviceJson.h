#pragma once

#include "core/operations/Plan.h"

#include <QJsonObject>

namespace hvgpu::operations::detail {

/// The parts of plans and requests that only device assignment has. Unknown values are left out.
[[nodiscard]] QJsonObject toJson(const model::VmSettings& settings);
[[nodiscard]] model::VmSettings settingsFrom(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const DismountRequirements& requirements);
[[nodiscard]] DismountRequirements requirementsFrom(const QJsonObject& json);

/// Adds what a step, an expectation has of devices; nothing for one that has none of it.
void addDeviceParts(QJsonObject& json, const Step& step);
void readDeviceParts(Step& step, const QJsonObject& json);
void addDeviceParts(QJsonObject& json, const Expectation& expected);
void readDeviceParts(Expectation& expected, const QJsonObject& json);
/// What is missing for @p step to make sense; empty when nothing is.
[[nodiscard]] QString deviceProblem(const Step& step);

/// A number that stays exact, or null.
[[nodiscard]] QJsonValue number(const std::optional<std::uint64_t>& value);
[[nodiscard]] std::optional<std::uint64_t> toNumber(const QJsonValue& value);

} // namespace hvgpu::operations::detail
