// The yardstick of the case reader: simdjson's on-demand reader takes the same lines into typed
// records (days as numbers, sums as decimal digits with a scale, names as text), fields in the order
// they come. It checks the shape as far as it reads it; the format's own rules (known fields, dates
// that exist, limits) it leaves out, so it does less than the case reader does.
//
// usage: simdjson_reader FILE [ROUNDS]     prints cases a second, the best of the rounds
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "simdjson.h"

using simdjson::ondemand::object;
using simdjson::ondemand::value;

struct Decimal { int64_t digits = 0; int scale = 0; };
struct Earning { int year = 0; Decimal sum; };
struct Certified { std::string unit; int64_t count = 0; };
struct Period {
  std::string country, scheme, type, currency, per;
  int32_t from = 0, to = 0;
  std::vector<Certified> certified;
  std::vector<Earning> earnings;
};
struct Career {
  std::string id, sex, livesIn, benefit;
  std::vector<std::string> citizenOf;
  int32_t born = 0, claimFrom = 0;
  std::vector<Period> periods;
};

// Days since 0000-03-01 of the proleptic Gregorian calendar.
static int32_t day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') throw std::runtime_error("date");
  auto number = [&](int at, int length) {
    int result = 0;
    for (int i = at; i < at + length; ++i) {
      if (text[i] < '0' || text[i] > '9') throw std::runtime_error("date");
      result = result * 10 + (text[i] - '0');
    }
    return result;
  };
  int year = number(0, 4), month = number(5, 2), date = number(8, 2);
  if (month <= 2) { month += 12; --year; }
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + date - 1;
}

static Decimal decimal(std::string_view text) {
  Decimal result;
  bool point = false, negative = false;
  for (char c : text) {
    if (c == '-') { negative = true; continue; }
    if (c == '.') { point = true; continue; }
    if (c < '0' || c > '9') throw std::runtime_error("decimal");
    result.digits = result.digits * 10 + (c - '0');
    result.scale += point;
  }
  if (negative) result.digits = -result.digits;
  return result;
}

static std::string text(value v) { return std::string(std::string_view(v.get_string())); }

static Decimal sum(value v) {
  if (v.type() == simdjson::ondemand::json_type::string) return decimal(v.get_string().value());
  std::string_view raw = v.raw_json_token();
  while (!raw.empty() && raw.back() <= ' ') raw.remove_suffix(1);
  return decimal(raw);
}

static void readPeriod(object fields, Period &period) {
  for (auto field : fields) {
    std::string_view key = field.unescaped_key();
    if (key == "country") period.country = text(field.value());
    else if (key == "from") period.from = day(field.value().get_string());
    else if (key == "to") period.to = day(field.value().get_string());
    else if (key == "type") period.type = text(field.value());
    else if (key == "scheme") period.scheme = text(field.value());
    else if (key == "currency") period.currency = text(field.value());
    else if (key == "certified")
      for (auto unit : field.value().get_object()) {
        std::string_view name = unit.unescaped_key();
        period.certified.push_back({std::string(name), sum(unit.value()).digits});
      }
    else if (key == "earnings")
      for (auto year : field.value().get_object()) {
        std::string_view name = year.unescaped_key();
        if (name == "per") period.per = text(year.value());
        else if (name == "amount") period.earnings.push_back({0, sum(year.value())});
        else period.earnings.push_back({std::atoi(std::string(name).c_str()), sum(year.value())});
      }
    else throw std::runtime_error("field of a period");
  }
}

static void readCareer(object fields, Career &career) {
  for (auto field : fields) {
    std::string_view key = field.unescaped_key();
    if (key == "format") {
      if (std::string_view(field.value().get_string()) != "sojourn/case/1")
        throw std::runtime_error("format");
    } else if (key == "id") career.id = text(field.value());
    else if (key == "person")
      for (auto part : field.value().get_object()) {
        std::string_view name = part.unescaped_key();
        if (name == "born") career.born = day(part.value().get_string());
        else if (name == "sex") career.sex = text(part.value());
        else if (name == "lives_in") career.livesIn = text(part.value());
        else if (name == "citizen_of")
          for (auto country : part.value().get_array())
            career.citizenOf.emplace_back(std::string_view(country.get_string()));
        else throw std::runtime_error("field of the person");
      }
    else if (key == "claim")
      for (auto part : field.value().get_object()) {
        std::string_view name = part.unescaped_key();
        if (name == "benefit") career.benefit = text(part.value());
        else if (name == "from") career.claimFrom = day(part.value().get_string());
        else throw std::runtime_error("field of the claim");
      }
    else if (key == "periods")
      for (auto period : field.value().get_array()) {
        career.periods.emplace_back();
        readPeriod(period.get_object(), career.periods.back());
      }
    else throw std::runtime_error("field of the case");
  }
}

int main(int count, char **words) {
  if (count < 2) return 64;
  std::ifstream file(words[1], std::ios::binary);
  std::string whole((std::istreambuf_iterator<char>(file)), {});
  std::vector<simdjson::padded_string> lines;
  for (size_t start = 0; start < whole.size();) {
    size_t end = whole.find('\n', start);
    if (end == std::string::npos) end = whole.size();
    lines.emplace_back(std::string_view(whole).substr(start, end - start));
    start = end + 1;
  }
  if (lines.empty()) return 66;
  simdjson::ondemand::parser parser;
  double best = 1e9;
  size_t periods = 0;
  for (int round = 0; round < (count > 2 ? std::atoi(words[2]) : 5); ++round) {
    periods = 0;
    auto began = std::chrono::steady_clock::now();
    for (const auto &line : lines) {
      Career career;
      auto document = parser.iterate(line);
      readCareer(document.get_object(), career);
      periods += career.periods.size();
    }
    std::chrono::duration<double> time = std::chrono::steady_clock::now() - began;
    if (time.count() < best) best = time.count();
  }
  if (periods < lines.size()) return 65;
  std::printf("%.0f\n", lines.size() / best);
}
