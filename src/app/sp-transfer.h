/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sp-offer.h"
#include "sp-session.h"

G_BEGIN_DECLS

SpOffer        sp_transfer_look (GdkContentFormats *formats);
void           sp_transfer_paste (GdkClipboard *clipboard, SpSession *session);
void           sp_transfer_drop (GdkDrop *drop, SpSession *session);
void           sp_transfer_count_async (GdkDrop *drop, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
SpOfferedFiles sp_transfer_count_finish (GAsyncResult *result);

G_END_DECLS
