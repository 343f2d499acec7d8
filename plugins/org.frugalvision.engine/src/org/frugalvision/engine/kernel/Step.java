// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Graph;

/**
 * Work with one node.
 *
 * @param work what to do
 * @param place the node's place in its {@link Graph}
 */
record Step(Work work, int place) {
}
