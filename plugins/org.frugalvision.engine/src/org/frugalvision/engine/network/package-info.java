// SPDX-License-Identifier: Apache-2.0
/** Networks: architectures, the graph as data, weights, prediction and the file format. */
package org.frugalvision.engine.network;
