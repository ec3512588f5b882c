/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one core header that the programs include. */

#include "sp-analysis.h"
#include "sp-analyzer.h"
#include "sp-breakdown.h"
#include "sp-error.h"
#include "sp-importer.h"
#include "sp-json-writer.h"
#include "sp-json.h"
#include "sp-knowledge.h"
#include "sp-library.h"
#include "sp-report-pages.h"
#include "sp-report.h"
#include "sp-review.h"
#include "sp-text-utils.h"
#include "sp-version.h"
#include "sp-worker.h"
