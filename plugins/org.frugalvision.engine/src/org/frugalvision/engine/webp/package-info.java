// SPDX-License-Identifier: Apache-2.0
/**
 * Decodes lossy WebP images (key frames of VP8, RFC 6386) to the values that libwebp gives without smoothing colours
 * (option {@code -nofancy} of its program). No file is trusted.
 */
package org.frugalvision.engine.webp;
