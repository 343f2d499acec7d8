// SPDX-License-Identifier: Apache-2.0
/** Applying networks to images. */
package org.frugalvision.engine.predict;
