// SPDX-License-Identifier: Apache-2.0
/** Makes networks physically smaller: which channels must go together. */
package org.frugalvision.engine.prune;
