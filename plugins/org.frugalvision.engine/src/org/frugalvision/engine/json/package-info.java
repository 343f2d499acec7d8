// SPDX-License-Identifier: Apache-2.0
/**
 * JSON as data: strict, of limited depth, the same bytes for the same content. Our own, because the files come from
 * strangers and no library at hand is as small: the Jackson inside ND4J is an old one that it keeps to itself.
 */
package org.frugalvision.engine.json;
