# Two commands on a fresh machine: `make demo` and `make test`. `make help` lists the rest.
# Recipes only pass on to scripts/: a path with spaces goes through the environment, never through make's words.

ifeq ($(.FEATURES),)
$(error Cần GNU Make 3.81 trở lên. / GNU Make 3.81 or later is needed)
endif

export QUYTRINH_MAKEFILE := $(MAKEFILE_LIST)
in_project = @cd "$$(dirname "$${QUYTRINH_MAKEFILE\# }")" && exec
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-year test lint format clean

help: ## Danh sách lệnh / this list
	$(in_project) awk 'BEGIN {FS = ": ## "} /^[a-z]+: ## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

setup: ## Chuẩn bị môi trường chạy / prepare what the demo needs
	$(in_project) scripts/environment.sh run

demo: ## Chạy thử với một cơ quan mẫu / try it out with a sample office
	$(in_project) scripts/demo.sh

demo-year: ## Chạy thử với một năm mô phỏng / try it out with a simulated year
	$(in_project) scripts/demo.sh --year

test: ## Mọi kiểm tra, như CI / every check, as CI runs them
	$(in_project) scripts/test.sh

lint: ## Chỉ kiểm tra mã nguồn, không chạy thử / only the checks that read the code
	$(in_project) scripts/lint.sh

format: ## Trình bày lại mã nguồn / lay the code out
	$(in_project) scripts/format.sh

clean: ## Bỏ môi trường và dữ liệu thử / drop the environment and the demo's data
	$(in_project) scripts/clean.sh
