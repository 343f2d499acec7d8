// SPDX-License-Identifier: Apache-2.0
/**
 * What a result cost: hardware-independent counts first, seconds and estimates beside them; shared work counts once.
 */
package org.frugalvision.engine.cost;
