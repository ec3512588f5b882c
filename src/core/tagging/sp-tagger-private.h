/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-kind.h"
#include "sp-tagger.h"

G_BEGIN_DECLS

const SpDocumentKind *sp_tagger_get_document_kind (const SpTagger *self);

G_END_DECLS
