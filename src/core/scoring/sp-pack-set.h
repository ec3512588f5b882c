/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-finding-registry.h"
#include "sp-pack.h"

G_BEGIN_DECLS

/**
 * SpPackSet:
 *
 * What each law wants policies to say, from data/knowledge/packs/ and from files of the user.
 * Immutable once the files are added.
 */
typedef struct _SpPackSet SpPackSet;

SpPackSet *sp_pack_set_new_from_resource (const SpFindingRegistry *registry, GError **error);
gboolean   sp_pack_set_add_file (SpPackSet *self, const char *path, GError **error);
SpPackSet *sp_pack_set_ref (SpPackSet *self);
void       sp_pack_set_unref (SpPackSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPackSet, sp_pack_set_unref)

SP_EXPORT guint             sp_pack_set_get_n_packs (const SpPackSet *self);
SP_EXPORT const SpPackInfo *sp_pack_set_get_pack (const SpPackSet *self, guint index);
SP_EXPORT const SpPackInfo *sp_pack_set_find (const SpPackSet *self, const char *id);

G_END_DECLS
