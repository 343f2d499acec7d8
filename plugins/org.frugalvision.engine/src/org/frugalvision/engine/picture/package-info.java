// SPDX-License-Identifier: Apache-2.0
/** Charts as PNG images, drawn without a display. */
package org.frugalvision.engine.picture;
