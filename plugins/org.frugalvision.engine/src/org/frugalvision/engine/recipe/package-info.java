// SPDX-License-Identifier: Apache-2.0
/** Methods that take part in a training, each with its settings, and what travels of them between nodes. */
package org.frugalvision.engine.recipe;
