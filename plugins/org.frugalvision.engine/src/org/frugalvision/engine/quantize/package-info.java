// SPDX-License-Identifier: Apache-2.0
/** Weights of a few bits. */
package org.frugalvision.engine.quantize;
