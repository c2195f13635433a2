#pragma once

#include "wsman-api.h"
